import { pointFeature, type MapFeature } from '../feature.ts';
import { nameFields } from '../names/names.ts';

type Sea = [
  kind: 'ocean' | 'sea' | 'bay',
  minZoom: number,
  longitude: number,
  latitude: number,
  english: string,
  arabic: string,
];

/** Where names are disputed, each language has the one that is usual in its press. Positions are ours. */
const SEAS: readonly Sea[] = [
  ['ocean', 1, -38, 28, 'Atlantic Ocean', 'المحيط الأطلسي'],
  ['ocean', 1, -15, -28, 'Atlantic Ocean', 'المحيط الأطلسي'],
  ['ocean', 1, 78, -22, 'Indian Ocean', 'المحيط الهندي'],
  ['ocean', 1, -140, 8, 'Pacific Ocean', 'المحيط الهادئ'],
  ['ocean', 1, 165, 24, 'Pacific Ocean', 'المحيط الهادئ'],
  ['ocean', 2, -5, 78, 'Arctic Ocean', 'المحيط المتجمد الشمالي'],
  ['ocean', 2, 20, -60, 'Southern Ocean', 'المحيط الجنوبي'],
  ['sea', 2, 64, 15, 'Arabian Sea', 'بحر العرب'],
  ['sea', 3, 18.5, 34.3, 'Mediterranean Sea', 'البحر الأبيض المتوسط'],
  ['sea', 3, 38.2, 20.5, 'Red Sea', 'البحر الأحمر'],
  ['sea', 3, 35, 43.2, 'Black Sea', 'البحر الأسود'],
  ['sea', 3, 51, 41.3, 'Caspian Sea', 'بحر قزوين'],
  ['sea', 3, 51.2, 27, 'Persian Gulf', 'الخليج العربي'],
  ['bay', 5, 58.6, 24.9, 'Gulf of Oman', 'خليج عمان'],
  ['bay', 4, 48, 12.2, 'Gulf of Aden', 'خليج عدن'],
  ['bay', 5, 18.3, 31.3, 'Gulf of Sidra', 'خليج سرت'],
  ['bay', 6, 10.6, 34.1, 'Gulf of Gabes', 'خليج قابس'],
  ['bay', 6, 33.1, 28.8, 'Gulf of Suez', 'خليج السويس'],
  ['bay', 7, 34.7, 28.9, 'Gulf of Aqaba', 'خليج العقبة'],
  ['bay', 7, 47.95, 29.45, 'Kuwait Bay', 'جون الكويت'],
  ['sea', 5, 25, 38.6, 'Aegean Sea', 'بحر إيجة'],
  ['sea', 5, 15.6, 43, 'Adriatic Sea', 'البحر الأدرياتيكي'],
  ['sea', 5, 18.8, 37.8, 'Ionian Sea', 'البحر الأيوني'],
  ['sea', 5, 12, 40, 'Tyrrhenian Sea', 'البحر التيراني'],
  ['sea', 4, 3, 56.5, 'North Sea', 'بحر الشمال'],
  ['sea', 4, 19.5, 57.3, 'Baltic Sea', 'بحر البلطيق'],
  ['sea', 3, 2, 66.5, 'Norwegian Sea', 'البحر النرويجي'],
  ['sea', 3, 42, 74, 'Barents Sea', 'بحر بارنتس'],
  ['bay', 3, 88.5, 14, 'Bay of Bengal', 'خليج البنغال'],
  ['bay', 3, 3, 1, 'Gulf of Guinea', 'خليج غينيا'],
  ['sea', 3, 114.5, 13.5, 'South China Sea', 'بحر الصين الجنوبي'],
  ['sea', 4, 125, 29.5, 'East China Sea', 'بحر الصين الشرقي'],
  ['sea', 4, 134.5, 40, 'Sea of Japan', 'بحر اليابان'],
  ['sea', 3, 150, 54, 'Sea of Okhotsk', 'بحر أوخوتسك'],
  ['sea', 3, 178, 58, 'Bering Sea', 'بحر بيرنغ'],
  ['sea', 3, 132, 18, 'Philippine Sea', 'بحر الفلبين'],
  ['sea', 3, 155, -17, 'Coral Sea', 'بحر المرجان'],
  ['sea', 3, 160, -38, 'Tasman Sea', 'بحر تسمان'],
  ['sea', 3, -75, 14.8, 'Caribbean Sea', 'البحر الكاريبي'],
  ['bay', 3, -90.5, 25, 'Gulf of Mexico', 'خليج المكسيك'],
  ['bay', 3, -85.5, 59.5, 'Hudson Bay', 'خليج هدسون'],
  ['sea', 4, -54, 58, 'Labrador Sea', 'بحر لابرادور'],
  ['bay', 7, -76.15, 38.3, 'Chesapeake Bay', 'خليج تشيسابيك'],
];

/** Names of oceans, seas and bays. */
export function seaNames(): MapFeature[] {
  return SEAS.map(([kind, minZoom, longitude, latitude, english, arabic]) =>
    pointFeature([longitude, latitude], { kind, ...nameFields(english, arabic), min_zoom: minZoom }),
  );
}
