import type { Bounds } from '../geometry/bounds.ts';
import { packageData } from '../package-data.ts';

/** A zone's names, or the zones of an area, which may be grouped once more, as in America/Argentina. */
interface Zones {
  exemplarCity?: string;
  [zone: string]: Zones | string | undefined;
}

interface TimeZoneNames {
  main: Record<string, { dates: { timeZoneNames: { zone: Zones } } }>;
}

/** The city that stands for a time zone. */
export interface ExemplarCity {
  english: string;
  arabic: string;
  /** Where the zone's area lies, roughly: there are cities of the same name elsewhere. */
  area: Bounds;
}

const AREAS: Record<string, Bounds> = {
  Africa: [-20, -36, 55, 38],
  America: [-170, -56, -34, 72],
  Asia: [25, -12, 180, 78],
  Atlantic: [-66, -56, 0, 66],
  Australia: [112, -45, 155, -10],
  Europe: [-12, 34, 62, 72],
  Indian: [38, -26, 106, 12],
};

/** The cities after which time zones are named, in English and Arabic, from CLDR. */
export function exemplarCities(): ExemplarCity[] {
  const [english, arabic] = [cityNames('en'), cityNames('ar')];
  return [...arabic].flatMap(([zone, name]) => {
    const area = AREAS[zone.split('/')[0] ?? ''];
    // In English CLDR gives a name only where the zone's own does not do.
    const plain = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
    return area ? [{ english: english.get(zone) ?? plain, arabic: name, area }] : [];
  });
}

function cityNames(language: 'en' | 'ar'): Map<string, string> {
  const file = packageData<TimeZoneNames>(`cldr-dates-full/main/${language}/timeZoneNames.json`);
  const names = new Map<string, string>();
  const collect = (zones: Zones, path: string[]) => {
    if (zones.exemplarCity) names.set(path.join('/'), zones.exemplarCity);
    for (const [key, value] of Object.entries(zones)) {
      if (typeof value === 'object') collect(value, [...path, key]);
    }
  };
  collect(file.main[language]?.dates.timeZoneNames.zone ?? {}, []);
  return names;
}
