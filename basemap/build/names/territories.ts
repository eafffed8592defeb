import { packageData } from '../package-data.ts';

type Language = 'en' | 'ar';
type Names = Record<string, string>;

interface LocaleNames {
  main: Record<string, { localeDisplayNames: { territories: Names } }>;
}
interface CodeMappings {
  supplemental: { codeMappings: Record<string, { _numeric?: string }> };
}
interface TerritoryInfo {
  supplemental: { territoryInfo: Record<string, { _population?: string }> };
}

/** A country or territory, by its two-letter code of ISO 3166-1. */
export interface Territory {
  code: string;
  english: string;
  arabic: string | undefined;
  population: number;
}

/** CLDR's plain name is made for lists, such as "Congo - Kinshasa": on a map these read better. */
const BETTER_FORMS: Record<string, string> = {
  CD: 'CD-alt-variant',
  CG: 'CG-alt-variant',
  HK: 'HK-alt-short',
  MM: 'MM-alt-short',
  MO: 'MO-alt-short',
};

/** CLDR's territories by their numeric code of ISO 3166-1, such as 368 for Iraq. */
export function territoriesByNumber(): Map<string, Territory> {
  const { codeMappings } = packageData<CodeMappings>('cldr-core/supplemental/codeMappings.json').supplemental;
  const all = territories();
  const byNumber = new Map<string, Territory>();
  for (const [code, { _numeric }] of Object.entries(codeMappings)) {
    const territory = all.get(code);
    if (_numeric && territory) byNumber.set(_numeric, territory);
  }
  return byNumber;
}

/** CLDR's territories by their two-letter code. Names come from a pinned package: those of `Intl` differ between Node's versions. */
export function territories(): Map<string, Territory> {
  const [english, arabic] = [territoryNames('en'), territoryNames('ar')];
  const info = packageData<TerritoryInfo>('cldr-core/supplemental/territoryInfo.json').supplemental.territoryInfo;
  const nameIn = (names: Names, code: string) => names[BETTER_FORMS[code] ?? code] ?? names[code];
  return new Map(
    Object.keys(english).map((code) => [
      code,
      {
        code,
        english: nameIn(english, code) ?? code,
        arabic: nameIn(arabic, code),
        population: Number(info[code]?._population ?? 0),
      },
    ]),
  );
}

function territoryNames(language: Language): Names {
  const file = packageData<LocaleNames>(`cldr-localenames-full/main/${language}/territories.json`);
  return file.main[language]?.localeDisplayNames.territories ?? {};
}
