/** A lake's name, by what Natural Earth calls it: English where that differs, Arabic, and the first zoom. */
export interface LakeName {
  english: string;
  arabic: string;
  minZoom: number;
}

type Row = [naturalEarth: string, minZoom: number, arabic: string, english?: string];

const ROWS: readonly Row[] = [
  ['Lake Tharthar', 6, 'بحيرة الثرثار'],
  ['Razzaza Lake', 6, 'بحيرة الرزازة', 'Lake Razazza'],
  ['Lake Hammar', 7, 'هور الحمار', 'Hammar Marsh'],
  ['Lake Van', 5, 'بحيرة وان'],
  ['Lake Urmia', 5, 'بحيرة أرومية'],
  ['Lake Tuz', 6, 'بحيرة توز'],
  ['Lake Sevan', 6, 'بحيرة سيفان'],
  ['Dead Sea', 6, 'البحر الميت'],
  ['Sea of Galilee', 7, 'بحيرة طبريا'],
  ['Aral Sea', 4, 'بحر آرال'],
  ['Lake Victoria', 4, 'بحيرة فيكتوريا'],
  ['Lake Malawi', 5, 'بحيرة ملاوي'],
  ['Lake Turkana', 5, 'بحيرة توركانا'],
  ['Lake Albert', 6, 'بحيرة ألبرت'],
  ['Lake Tana', 6, 'بحيرة تانا'],
  ['Lake Chad', 5, 'بحيرة تشاد'],
  ['Lake Volta', 6, 'بحيرة فولتا'],
  ['Lake Kariba', 6, 'بحيرة كاريبا'],
  ['Lake Baikal', 4, 'بحيرة بايكال'],
  ['Issyk-Kul', 5, 'بحيرة إيسيك كول'],
  ['Lake Ladoga', 5, 'بحيرة لادوغا'],
  ['Lake Onega', 5, 'بحيرة أونيغا'],
  ['Vänern', 6, 'بحيرة فينرن', 'Vanern'],
  ['Lake Geneva', 7, 'بحيرة جنيف'],
  ['Lake Superior', 4, 'بحيرة سوبيريور'],
  ['Lake Michigan', 4, 'بحيرة ميشيغان'],
  ['Lake Huron', 4, 'بحيرة هورون'],
  ['Lake Erie', 5, 'بحيرة إيري'],
  ['Lake Ontario', 5, 'بحيرة أونتاريو'],
  ['Lake Winnipeg', 5, 'بحيرة وينيبيغ'],
  ['Great Slave Lake', 5, 'بحيرة العبيد الكبرى'],
  ['Great Bear Lake', 5, 'بحيرة الدب الكبرى'],
  ['Great Salt Lake', 6, 'البحيرة المالحة الكبرى'],
  ['Lake Okeechobee', 7, 'بحيرة أوكيتشوبي'],
  ['Lago Titicaca', 6, 'بحيرة تيتيكاكا', 'Lake Titicaca'],
  ['Lago de Nicaragua', 6, 'بحيرة نيكاراغوا', 'Lake Nicaragua'],
  ['Qinghai Hu', 6, 'بحيرة تشينغهاي', 'Qinghai Lake'],
];

/** The lakes that are named on the map, by their names in Natural Earth. */
export const LAKE_NAMES: ReadonlyMap<string, LakeName> = new Map(
  ROWS.map(([naturalEarth, minZoom, arabic, english]) => [
    naturalEarth,
    { english: english ?? naturalEarth, arabic, minZoom },
  ]),
);
