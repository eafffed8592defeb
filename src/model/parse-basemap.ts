import { DEFAULT_BASEMAP, DISPUTED_BORDERS, OFFLINE, PROJECTIONS, type Basemap } from './basemap';
import { describeValue, formatChoice } from './problem';
import { isRecord, type Properties } from './properties';

const MEMBERS = ['style', 'projection', 'names', 'disputedBorders'];
/** A language as BCP 47 has it, by its shape. */
const LANGUAGE = /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i;
const EXPECTED = '"offline" or the address of a style or of a .pmtiles file';

/**
 * Reads `basemap` of a story.json: a style, or an object with `style`, `projection`, `names` and `disputedBorders`.
 * Undefined where there is none. What is wrong in it is noted, and is as if it were not there.
 */
export function readBasemap(members: Properties): Basemap | undefined {
  const value = members.value('basemap');
  if (value === undefined) return undefined;
  if (typeof value === 'string') {
    const style = readStyle(members, 'basemap');
    return style === undefined ? undefined : { ...DEFAULT_BASEMAP, style };
  }
  if (!isRecord(value)) {
    members.note('basemap', `expected ${EXPECTED}, or an object with "style", found ${describeValue(value)}`);
    return undefined;
  }
  const own = members.of(value, members.path('basemap'));
  for (const name of Object.keys(value)) {
    if (!MEMBERS.includes(name)) own.note(name, `unknown member; expected ${formatChoice(MEMBERS)}`);
  }
  const given = <Option extends string>(name: string, what: string, options: readonly Option[]) =>
    own.value(name) === undefined ? undefined : own.choice(name, what, options);
  return {
    style: readStyles(own) ?? DEFAULT_BASEMAP.style,
    projection: given('projection', 'projection', PROJECTIONS) ?? DEFAULT_BASEMAP.projection,
    names: readNames(own),
    disputedBorders: given('disputedBorders', 'way of drawing', DISPUTED_BORDERS) ?? DEFAULT_BASEMAP.disputedBorders,
  };
}

function readStyles(members: Properties): Basemap['style'] | undefined {
  const value = members.value('style');
  if (!isRecord(value)) return readStyle(members, 'style');
  const byTheme = members.of(value, members.path('style'));
  const [light, dark] = [readStyle(byTheme, 'light'), readStyle(byTheme, 'dark')];
  for (const [name, style] of Object.entries({ light, dark })) {
    if (style === undefined && byTheme.value(name) === undefined)
      byTheme.note(name, `expected ${EXPECTED}, found nothing`);
  }
  return light === undefined || dark === undefined ? undefined : { light, dark };
}

/** An address may be relative. What is not for the web cannot be fetched, and `javascript:` and its like are no maps. */
function readStyle(members: Properties, name: string): string | undefined {
  const value = members.value(name);
  if (value === undefined) return undefined;
  const text = typeof value === 'string' ? value.trim() : undefined;
  if (text === OFFLINE) return text;
  const url = text === undefined ? null : parseUrl(text);
  if (text !== undefined && url && /^https?:$/.test(url.protocol) && /[./]/.test(text)) return text;
  members.note(name, `expected ${EXPECTED}, found ${describeValue(value)}`);
  return undefined;
}

function parseUrl(text: string): URL | null {
  try {
    return new URL(text, 'https://example.org/');
  } catch {
    return null;
  }
}

function readNames(members: Properties): Basemap['names'] {
  const value = members.value('names');
  if (value === undefined) return {};
  if (!isRecord(value)) {
    members.note('names', `expected an object of names by language, found ${describeValue(value)}`);
    return {};
  }
  const all = members.of(value, members.path('names'));
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, byLanguage]) => {
      if (!isRecord(byLanguage)) {
        const expected = 'expected names by language, such as { "en": "The Gulf" }';
        all.note(name, `${expected}, found ${describeValue(byLanguage)}`);
        return [];
      }
      const languages = all.of(byLanguage, all.path(name));
      const known = Object.keys(byLanguage).flatMap((language) => {
        const text = languages.text(language);
        if (!LANGUAGE.test(language)) languages.note(language, 'expected a language such as "en" or "ar"');
        return text === undefined ? [] : [[language, text] as const];
      });
      return [[name, Object.fromEntries(known)] as const];
    }),
  );
}
