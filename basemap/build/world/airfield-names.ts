/** Who uses an airfield, as far as its name says. */
export type AirfieldUse = 'military' | 'civil';

/** An airfield that is shown early, under the name it goes by. */
export interface AirfieldName {
  english: string;
  arabic: string;
  use: AirfieldUse;
}

/** By their codes in OurAirports, which are ICAO's where there is one. */
export const AIRFIELD_NAMES: Record<string, AirfieldName> = {
  ORBI: { english: 'Baghdad International Airport', arabic: 'مطار بغداد الدولي', use: 'civil' },
  ORAA: { english: 'Al Asad Air Base', arabic: 'قاعدة عين الأسد', use: 'military' },
  ORKK: { english: 'Kirkuk Air Base', arabic: 'قاعدة كركوك', use: 'military' },
  ORBD: { english: 'Balad Air Base', arabic: 'قاعدة بلد', use: 'military' },
  ORTI: { english: 'Camp Taji', arabic: 'معسكر التاجي', use: 'military' },
  ORQW: { english: 'Qayyarah Airfield West', arabic: 'قاعدة القيارة', use: 'military' },
  OKAS: { english: 'Ali Al Salem Air Base', arabic: 'قاعدة علي السالم', use: 'military' },
  OKBK: { english: 'Kuwait International Airport', arabic: 'مطار الكويت الدولي', use: 'civil' },
  HLLB: { english: 'Benina International Airport', arabic: 'مطار بنينا الدولي', use: 'civil' },
  KPOB: { english: 'Pope Field', arabic: 'قاعدة بوب', use: 'military' },
};
