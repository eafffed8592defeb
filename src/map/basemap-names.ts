import type { ExpressionSpecification } from 'maplibre-gl';
import type { Lettering } from './basemap-layers';
import type { Theme } from './theme';

/** Filters see the whole zooms of tiles only. */
export const DUE: ExpressionSpecification = ['>=', ['zoom'], ['coalesce', ['get', 'min_zoom'], 0]];

/** How names are written: which, and whether the script may be set in spaced capitals. */
export interface Names {
  text: ExpressionSpecification;
  /** Arabic letters join, and have no capitals. */
  capitals: boolean;
}

/** How a style writes names in a language, with the editor's own. */
export function namesIn(lettering: Lettering): Names {
  return { text: nameOf(lettering), capitals: !/^(ar|fa|ur|ps|ckb|he)\b/i.test(lettering.language) };
}

/** The editor's name, else the one in the language, else the English one, else the local one. */
function nameOf({ language, names }: Lettering): ExpressionSpecification {
  const short = language.split('-')[0]?.toLowerCase() ?? 'en';
  const known: ExpressionSpecification = [
    'coalesce',
    ['get', `name:${short}`],
    ...(short === 'en' ? [] : [['get', 'name:en'] as ExpressionSpecification]),
    ['get', 'name'],
  ];
  const others = Object.entries(names).flatMap(([name, byLanguage]) => {
    const own = [language, short].find((tag) => Object.hasOwn(byLanguage, tag));
    const other = own === undefined ? undefined : byLanguage[own];
    return other === undefined ? [] : [name, other];
  });
  if (others.length === 0) return known;
  return [
    'match',
    ['coalesce', ['get', 'name:en'], ['get', 'name'], ''],
    ...others,
    known,
  ] as unknown as ExpressionSpecification;
}

/** Layout of names that are set in capitals apart, where the script has any. */
export function spacedCapitals({ capitals }: Names, spacing: number) {
  return { 'text-transform': capitals ? 'uppercase' : 'none', 'text-letter-spacing': capitals ? spacing : 0 } as const;
}

/** Paint of words on land. */
export function onLand(theme: Theme, colour: string) {
  return { 'text-color': colour, 'text-halo-color': theme.halo, 'text-halo-width': 1.3 };
}
