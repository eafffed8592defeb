import { chronicleOf, type Chronicle } from '../model/chronicle';
import type { Entry } from '../model/entry';
import { shownBy } from '../model/facet';
import type { Feature, Place, Source, Story } from '../model/feature';
import { stopsOf } from '../model/stops';
import { cite } from '../ui/cite';
import { placesOf } from '../ui/describe';
import type { Messages } from '../ui/messages';
import { formatFiguresOf, formatStop, formatWhen } from '../ui/format';

/** A story and what is in it, as it was read. */
export interface ReadStory {
  story: Story;
  features: readonly Feature[];
}

/** The head of a story as HTML: its title and what stands under it. It says where they are not in the page's language. */
export function staticHead({ title, standfirst, foreign }: Story): string {
  const language = foreign?.['title'] ?? foreign?.['standfirst'];
  return [
    language === undefined ? '<header>' : `<header lang="${escape(language)}" dir="auto">`,
    `<h1>${escape(title)}</h1>`,
    standfirst ? `<p>${escape(standfirst)}</p>` : '',
    '</header>',
  ].join('\n');
}

/**
 * The whole story under its head as HTML for a page that runs no script: every event by date with its places, counts and
 * sources, then what no source dates. All that comes from the data is escaped.
 */
export function staticText({ story, features }: ReadStory, messages: Messages): string {
  const chronicle = chronicleOf(
    features,
    story.layers.map(({ id }) => id),
  );
  const write = (row: number) => {
    const entry = chronicle.details.entry(row);
    return entry ? item(entry, chronicle.places, story.sources, messages) : '';
  };
  const { columns } = chronicle;
  const undated = range(columns.dated, columns.length).map(write);
  return [
    '<article>',
    ...stopsIn(chronicle).map(
      (stop) =>
        `<h2>${escape(formatStop(stop, messages))}</h2><ul>${range(stop.first, stop.last).map(write).join('')}</ul>`,
    ),
    undated.length > 0 ? `<h2>${escape(messages.undated)}</h2><ul>${undated.join('')}</ul>` : '',
    '</article>',
  ].join('\n');
}

/**
 * What is dated and located in a story as structured data (schema.org `Event` and `Place`, as JSON-LD): only facts with a
 * plain date, as the vocabulary knows no doubt.
 */
export function structuredData({ story, features }: ReadStory): object {
  const places = new Map(features.flatMap((feature) => (feature.kind === 'place' ? [[feature.id, feature]] : [])));
  const events = features.flatMap((feature) => {
    if (feature.kind !== 'incident' || feature.when?.form !== 'date' || typeof feature.when.lower === 'string')
      return [];
    const { approximate, uncertain } = feature.when.lower;
    if (approximate || uncertain) return [];
    const where = feature.places.map((id) => places.get(id)).filter((place) => place !== undefined);
    return [
      {
        '@type': 'Event',
        name: feature.title,
        startDate: feature.when.edtf,
        ...(feature.summary ? { description: feature.summary } : {}),
        ...(where.length > 0 ? { location: where.map(placeData) } : {}),
        ...subjects(feature.sources, story.sources),
      },
    ];
  });
  return { '@context': 'https://schema.org', '@graph': [...[...places.values()].map(placeData), ...events] };
}

/** Text that may stand in HTML, between tags or in a quoted attribute. */
export function escape(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replaceAll(/[&<>"']/g, (letter) => names[letter] ?? letter);
}

function stopsIn({ columns, tally }: Chronicle) {
  const everything = { hiddenLayers: new Set<string>(), hiddenKinds: new Set<never>(), context: true };
  return stopsOf(columns, tally, shownBy(everything, columns.layers));
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first }, (_, index) => first + index);
}

function item(
  entry: Entry,
  places: ReadonlyMap<string, Place>,
  sources: readonly Source[],
  messages: Messages,
): string {
  const { feature, report } = entry;
  const speaker = feature.kind === 'statement' && feature.speaker ? messages.saysSpeaker(feature.speaker) : undefined;
  const facts = [
    messages.kindOne[entry.kind],
    entry.reported ? undefined : messages.addedContextTag,
    entry.when && formatWhen(entry.when, messages),
    placesOf(entry, places, messages),
    speaker,
    ...formatFiguresOf(entry, messages),
  ].filter((fact) => fact);
  const said = report?.note ?? feature.summary;
  return [
    `<li><h3>${escape(feature.title)}</h3>`,
    `<p>${escape(facts.join(messages.divider))}</p>`,
    said ? `<p>${escape(said)}</p>` : '',
    `<p>${cite(entry.sources, sources, messages).map(link).join(messages.divider)}</p></li>`,
  ].join('');
}

function link({ text, title, url }: ReturnType<typeof cite>[number]): string {
  return url === undefined
    ? `<span title="${escape(title)}">${escape(text)}</span>`
    : `<a href="${escape(url)}" title="${escape(title)}">${escape(text)}</a>`;
}

/** A place that is known only to within a distance is a circle, never a bare point. */
function placeData({ title, point, uncertainty }: Place): object {
  const [longitude, latitude] = point ?? [];
  if (longitude === undefined || latitude === undefined) return { '@type': 'Place', name: title };
  const middle = { '@type': 'GeoCoordinates', latitude, longitude };
  const geo =
    uncertainty === undefined ? middle : { '@type': 'GeoCircle', geoMidpoint: middle, geoRadius: uncertainty };
  return { '@type': 'Place', name: title, geo };
}

function subjects(references: readonly { id: string }[], sources: readonly Source[]) {
  const works = references.flatMap(({ id }) => {
    const source = sources.find((each) => each.id === id);
    return source?.url ? [{ '@type': 'CreativeWork', name: source.title, url: source.url }] : [];
  });
  return works.length > 0 ? { subjectOf: works } : {};
}
