import { STATUSES, type Status } from '../src/model/feature';
import { seeded } from './many-events';
import { PLACES } from './movement-places';

/** One report of a made-up movement, as its file has it. */
export interface MadeUpReport {
  /** EDTF day. */
  when: string;
  status: Status;
  /** Absent where it is unknown. */
  strength?: number | string;
  /** Ids of places. */
  from?: string;
  to?: string;
  sources: string[];
}

/** A made-up movement: all that its test must know to count and to find it. */
export interface MadeUpMovement {
  id: string;
  title: string;
  /** Id of an earlier movement. */
  partOf?: string;
  /** In order of date. */
  reports: MadeUpReport[];
}

/** Over how many days there are reports, and the least that a movement's are spread over. */
const DAYS = 60;
const LEAST_DAYS = 7;
const DAY = 86_400_000;
const FIRST = Date.UTC(2015, 1, 1);
/** The main source; a report that only the others give is added context. */
const MAIN = 'main-report';
const OTHERS = ['news-agency', 'ministry', 'local-newspaper'];

/**
 * Made-up movements, the same at each call, between {@link PLACES}: `reports` each on average, and `count * reports` in
 * all. Some skip a status, stop early, go on to a second destination, have no known origin or are a part of another.
 */
export function manyMovements(count = 200, reports = 10): MadeUpMovement[] {
  const random = seeded(11);
  const movements: MadeUpMovement[] = [];
  let more = 0;
  for (let index = 0; index < count; index++) {
    // What one has more, the next has less.
    more = index % 2 === 1 ? -more : index === count - 1 ? 0 : Math.floor((random() * reports) / 2);
    const parent = random() < 0.15 ? movements[Math.floor(random() * index)] : undefined;
    movements.push({
      id: `force-${index}`,
      title: `Made-up force ${index}`,
      ...(parent ? { partOf: parent.id } : {}),
      reports: reportsOf(reports + more, random),
    });
  }
  return movements;
}

interface Step {
  status: Status;
  from?: string;
  to?: string;
}

function reportsOf(count: number, random: () => number): MadeUpReport[] {
  const steps = stepsOf(random);
  const people = Math.round(20 * 200 ** random());
  const days = daysOf(count, random);
  return days.map((day, index): MadeUpReport => {
    const strength = strengthOf(people, random);
    return {
      when: new Date(FIRST + day * DAY).toISOString().slice(0, 10),
      ...(steps[Math.floor((index * steps.length) / count)] as Step),
      ...(strength === undefined ? {} : { strength }),
      sources: random() < 0.75 ? [`${MAIN}#${1 + Math.floor(random() * 40)}`] : [pick(OTHERS, random)],
    };
  });
}

/** Days of reports in order, some of them the same. */
function daysOf(count: number, random: () => number): number[] {
  const first = Math.floor(random() * (DAYS - LEAST_DAYS));
  const span = LEAST_DAYS + random() * (DAYS - LEAST_DAYS - first);
  return Array.from({ length: count }, () => first + Math.floor(random() * span)).sort((a, b) => a - b);
}

/** What a movement goes through, from its first report to its last. */
function stepsOf(random: () => number): Step[] {
  const [from, to, next] = threePlaces(random);
  const origin = random() < 0.15 ? {} : { from };
  const reached = STATUSES.filter((status) => status === 'announced' || random() < 0.8);
  const last = random() < 0.2 ? 1 + Math.floor(random() * reached.length) : reached.length;
  const steps = reached.slice(0, last).map((status): Step => {
    // An alert often names no destination.
    const isOpen = status === 'on alert' && random() < 0.5;
    return isOpen ? { status, ...origin } : { status, ...origin, to };
  });
  if (steps.at(-1)?.status !== 'arrived' || random() < 0.6) return steps;
  return [...steps, { status: 'under way', from: to, to: next }, { status: 'arrived', from: to, to: next }];
}

/** A place to come from and two to go to, each another. */
function threePlaces(random: () => number): [string, string, string] {
  const chosen = new Set<string>();
  while (chosen.size < 3) chosen.add(pick(PLACES, random).id);
  const [from = '', to = '', next = ''] = chosen;
  return [from, to, next];
}

/** A number of people as sources give it, in one of its forms; undefined where they do not. */
function strengthOf(people: number, random: () => number): number | string | undefined {
  const forms = [
    people,
    `~${people}`,
    `>=${people}`,
    `<=${people}`,
    `${people}-${Math.round(people * 1.3)}`,
    people < 200 ? 'dozens' : people < 2000 ? 'hundreds' : 'thousands',
    undefined,
  ];
  return pick(forms, random);
}

function pick<Item>(items: readonly Item[], random: () => number): Item {
  return items[Math.floor(random() * items.length)] as Item;
}

/** The movements and all places as a GeoJSON text. */
export function geojsonOfMovements(movements: readonly MadeUpMovement[]): string {
  const places = PLACES.map(({ id, name, position, uncertainty, area }) => ({
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: position },
    properties: {
      kind: 'place',
      name,
      coordinateUncertaintyInMeters: uncertainty,
      ...(area ? { area } : {}),
      sources: ['gazetteer'],
    },
  }));
  const forces = movements.map(({ id, ...properties }) => ({
    type: 'Feature',
    id,
    geometry: null,
    properties: { kind: 'movement', ...properties, summary: 'Made up to test how many movements a map can hold.' },
  }));
  const features = [...places, ...forces].map((feature) => JSON.stringify(feature));
  return `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`;
}

/** The story.json text for a layer in `file`, with the sources that the movements cite. */
export function storyOf(file: string): string {
  const sources = [
    { id: MAIN, title: 'The main report' },
    ...[...OTHERS, 'gazetteer'].map((id) => ({ id, title: `The ${id.replace('-', ' ')}` })),
  ];
  return JSON.stringify({
    title: 'Made-up movements',
    report: MAIN,
    date: '2015-03-01',
    bounds: [34, 28, 52, 38.5],
    layers: [{ file, title: 'Movements', on: true }],
    sources,
  });
}
