import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/**
 * The story we ship against the ledger of facts it was made from, and against the mistakes that are easy to make with
 * it. Reads the files as any other program would, without our own parser.
 */

interface LedgerFact {
  id: string;
  /** `reported`: the main report says it. `context`: only other sources do. */
  group: 'reported' | 'context';
  kind: string;
  title: string;
  edtf: string | null;
  places: string[];
  paragraph: number | null;
  status: string | null;
}

interface LedgerPlace {
  id: string;
  lon: number | null;
  lat: number | null;
  uncertainty: number | null;
}

interface Figure {
  value: unknown;
  by?: string;
  source?: string;
}

interface Report {
  when?: string;
  status: string;
  strength?: number | string;
  from?: string;
  to?: string;
  note?: string;
  sources: string[];
  facts: string[];
}

interface Properties {
  kind: string;
  title: string;
  name?: string;
  summary: string;
  when?: string;
  place?: string | string[];
  speaker?: string;
  claim?: boolean;
  unit?: string;
  partOf?: string;
  actors?: string[];
  sources?: string[];
  facts?: string[];
  reports?: Report[];
  area?: boolean;
  coordinateUncertaintyInMeters?: number;
  georeferenceRemarks?: string;
  timeZone?: string;
  from?: string;
  to?: string;
  [count: string]: unknown;
}

interface Feature {
  id: string;
  geometry: { type: string; coordinates: [number, number] } | null;
  properties: Properties;
}

interface Story {
  standfirst: string;
  report: string;
  sources: { id: string; title: string; publisher?: string; url?: string; kind: string; note?: string }[];
  layers: { file: string; title: string; on: boolean }[];
}

/** A fact as the files hold it: a feature, or one report of a movement. */
interface Told {
  feature: Feature;
  facts: string[];
  when: string | undefined;
  places: string[];
  sources: string[];
  /** What a reader may read of this fact alone. */
  text: string;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
}

const ledger = readJson('./fixtures/ledger.json') as { facts: LedgerFact[]; places: LedgerPlace[] };
const story = readJson('../../geojson/story.json') as Story;
const featuresByFile = new Map(
  story.layers.map(({ file }) => [file, (readJson(`../../geojson/${file}`) as { features: Feature[] }).features]),
);
const features = [...featuresByFile.values()].flat();
const places = features.filter((feature) => feature.properties.kind === 'place');
const movements = features.filter((feature) => feature.properties.kind === 'movement');
const told = features.flatMap(tellings);

const COUNTS = 'killed injured protesters militiamen troops tents clinics rockets missiles aircraft sites'.split(' ');

function tellings(feature: Feature): Told[] {
  const { kind, title, summary, when, place, actors, sources, facts, reports } = feature.properties;
  if (kind === 'place') return [];
  if (reports) {
    return reports.map((report) => ({
      feature,
      facts: report.facts,
      when: report.when,
      places: [report.from, report.to].filter((id) => id !== undefined),
      sources: report.sources,
      text: report.note ?? '',
    }));
  }
  const text = [title, summary, ...(actors ?? [])].join(' ');
  return [{ feature, facts: facts ?? [], when, places: [place ?? []].flat(), sources: sources ?? [], text }];
}

function feature(id: string): Feature {
  const found = features.find((one) => one.id === id);
  if (!found) throw new Error(`no feature ${id}`);
  return found;
}

function tell(fact: string): Told {
  const found = told.find((one) => one.facts.includes(fact));
  if (!found) throw new Error(`no feature tells ${fact}`);
  return found;
}

function reportOf(fact: string): Report {
  const found = movements
    .flatMap((movement) => movement.properties.reports ?? [])
    .find((one) => one.facts.includes(fact));
  if (!found) throw new Error(`no report tells ${fact}`);
  return found;
}

function sourceId(reference: string): string {
  return reference.split('#')[0] ?? '';
}

function citesReport(sources: readonly string[]): boolean {
  return sources.some((reference) => sourceId(reference) === story.report);
}

/** The figures of a count that is given by several sources. */
function figures(id: string, count: string): Figure[] {
  const value = feature(id).properties[count];
  return Array.isArray(value) ? (value as Figure[]) : [];
}

/** The figures of a count, also where the feature's own sources give one. */
function allFigures({ id, properties }: Feature, count: string): Figure[] {
  const value = properties[count];
  if (value === undefined) return [];
  return Array.isArray(value) ? figures(id, count) : [{ value, by: 'the sources of the feature' }];
}

function point(id: string): [number, number] {
  const { geometry } = feature(id);
  if (geometry?.type !== 'Point') throw new Error(`${id} has no point`);
  return geometry.coordinates;
}

/** Metres on a sphere. */
function distance([lon1, lat1]: [number, number], [lon2, lat2]: [number, number]): number {
  const rad = Math.PI / 180;
  const a =
    Math.sin(((lat2 - lat1) * rad) / 2) ** 2 +
    Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.sin(((lon2 - lon1) * rad) / 2) ** 2;
  return 2 * 6_371_008.8 * Math.asin(Math.sqrt(a));
}

/** Every text of a feature that is neither an id nor a citation. */
function textsOf(value: unknown, key = ''): string[] {
  if (['id', 'sources', 'source', 'facts', 'url', 'place', 'from', 'to', 'partOf'].includes(key)) return [];
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => textsOf(member, Array.isArray(value) ? key : name));
}

const allTexts = [story, ...features].flatMap((value) => textsOf(value));
const idsOf = (group: LedgerFact['group']) => ledger.facts.filter((fact) => fact.group === group).map(({ id }) => id);
const of2019 = (one: Told) => /20(19|20)-/.test(one.when ?? '');

describe('the story holds the ledger', () => {
  test('every fact S01 to S37 and C01 to C38 is told exactly once', () => {
    const numbered = (letter: string, count: number) =>
      Array.from({ length: count }, (_, index) => `${letter}${String(index + 1).padStart(2, '0')}`);
    const inFiles = told.flatMap((one) => one.facts).sort();
    expect(inFiles).toEqual([...numbered('C', 38), ...numbered('S', 37)]);
    expect(ledger.facts.map(({ id }) => id).sort()).toEqual(inFiles);
  });

  /** Where an interval would say that a thing lasted, and it only happened at some point inside. */
  const OTHER_DATES: Record<string, string> = {
    // One day of that weekend, not both.
    S07: '[2019-12-28..2019-12-29]',
    // Booked at some point of a fiscal year that began before the siege: known only from its end.
    C20: '/2020-09',
  };

  test.each(ledger.facts)('$id $title: date as in the ledger', ({ id, edtf }) => {
    expect(tell(id).when).toBe(OTHER_DATES[id] ?? edtf ?? undefined);
  });

  /** Places that a fact has besides, or instead of, those of the ledger. */
  const OTHER_PLACES: Record<string, string[]> = {
    // The report counts four dead in one compound; two of them died at the Annex. So it is told of the city.
    S18: ['benghazi'],
    S19: ['benghazi'],
    // The ledger names both ends in words and only the start as a place.
    C14: ['kuwait'],
  };

  test.each(ledger.facts)('$id $title: placed where the ledger places it', ({ id, places: allowed }) => {
    const found = tell(id).places;
    expect(found.length > 0).toBe(allowed.length > 0);
    expect([...allowed, ...(OTHER_PLACES[id] ?? [])]).toEqual(expect.arrayContaining(found));
  });

  test.each(ledger.facts)('$id $title: kind and status as in the ledger', ({ id, kind, status }) => {
    // The hour at which guests arrived is nobody's claim.
    const expected = id === 'C38' ? 'context' : kind;
    expect(tell(id).feature.properties.kind).toBe(expected);
    if (kind === 'movement') expect(reportOf(id).status).toBe(status);
  });

  test('the places are those of the ledger, no more and no fewer', () => {
    expect(places.map(({ id }) => id).sort()).toEqual(ledger.places.map(({ id }) => id).sort());
  });

  test.each(ledger.places)('$id: coordinate and uncertainty as in the ledger', ({ id, lon, lat, uncertainty }) => {
    const { geometry, properties } = feature(id);
    expect(properties.coordinateUncertaintyInMeters ?? null).toBe(uncertainty);
    expect(properties.georeferenceRemarks).toBeTruthy();
    if (lon === null || lat === null) {
      expect(geometry).toBeNull();
      return;
    }
    expect(point(id)[0]).toBeCloseTo(lon, 6);
    expect(point(id)[1]).toBeCloseTo(lat, 6);
  });
});

test('what is known only as an area is drawn as one, without a symbol in its centre', () => {
  const areas = places.filter(({ properties }) => properties.area === true);
  expect(areas.map(({ id }) => id).sort()).toEqual([
    'al-qaim',
    'al-qaim-base',
    'benghazi-annex',
    'green-zone',
    'kuwait',
    'strike-sites-iraq',
    'strike-sites-syria',
  ]);
  expect(areas.filter(({ properties }) => (properties.coordinateUncertaintyInMeters ?? 0) < 1000)).toEqual([]);
});

describe('the files are whole', () => {
  test('ids are readable slugs and unique over all files', () => {
    const ids = features.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });

  test('every reference leads somewhere', () => {
    const sources = new Set(story.sources.map(({ id }) => id));
    const placeIds = new Set(places.map(({ id }) => id));
    const movementIds = new Set(movements.map(({ id }) => id));
    const cited = [
      ...places.flatMap(({ properties }) => properties.sources ?? []),
      ...told.flatMap((one) => one.sources),
    ];
    const parts = movements.map(({ properties }) => properties.partOf).filter((id) => id !== undefined);
    expect(cited.map(sourceId).filter((id) => !sources.has(id))).toEqual([]);
    expect(told.flatMap((one) => one.places).filter((id) => !placeIds.has(id))).toEqual([]);
    expect(parts.filter((id) => !movementIds.has(id))).toEqual([]);
  });

  test('every fact and every place cites a source', () => {
    expect(told.filter((one) => one.sources.length === 0).map((one) => one.facts)).toEqual([]);
    expect(places.filter(({ properties }) => !properties.sources?.length).map(({ id }) => id)).toEqual([]);
  });

  test('the source of each single figure is among those of its feature', () => {
    const strays = features.flatMap(({ id, properties }) =>
      COUNTS.flatMap((count) => figures(id, count))
        .map((figure) => figure.source)
        .filter((source) => source !== undefined && !properties.sources?.includes(source)),
    );
    expect(strays).toEqual([]);
  });

  test('links are web addresses without tracking parameters', () => {
    const links = story.sources.map(({ url }) => url).filter((url) => url !== undefined);
    expect(links.length).toBeGreaterThan(100);
    expect(links.filter((url) => !/^https?:\/\/\S+$/.test(url) || /fbclid|[?&]cid=/.test(url))).toEqual([]);
  });

  test('a claim names its speaker', () => {
    const statements = features.filter(({ properties }) => properties.kind === 'statement');
    expect(statements.length).toBeGreaterThan(5);
    expect(statements.filter(({ properties }) => !properties.speaker || properties.claim !== true)).toEqual([]);
  });

  test('a movement says its ends in its reports, in order of date', () => {
    for (const { properties } of movements) {
      expect([properties.from, properties.to, properties.place]).toEqual([undefined, undefined, undefined]);
      const dates = (properties.reports ?? []).map(({ when }) => (when ?? '').replace(/^\/|~|\/\.\.$/g, ''));
      expect(dates.length).toBeGreaterThan(0);
      expect(dates).toEqual([...dates].sort());
    }
  });

  test('the story speaks of its subject, not of how it was made', () => {
    expect(
      allTexts.filter((text) => /\b(seed|stored|excerpts? only|snapshot|look-?ups?|ledger)\b/i.test(text)),
    ).toEqual([]);
  });
});

describe('reported and added context stay apart', () => {
  test.each(idsOf('reported'))('%s cites its paragraph of the report and nothing else', (id) => {
    const one = tell(id);
    const paragraphs = one.facts.map((fact) => ledger.facts.find((row) => row.id === fact)?.paragraph);
    expect([...one.sources].sort()).toEqual([...new Set(paragraphs)].map((n) => `${story.report}#${String(n)}`).sort());
  });

  test('no fact from elsewhere cites the report', () => {
    expect(idsOf('context').filter((id) => citesReport(tell(id).sources))).toEqual([]);
  });

  test('no feature that tells the report carries a name that the report does not contain', () => {
    const names =
      /Kata.?ib|K-1|Kirkuk|Qa.?im|Syria|Green Zone|Fort Bragg|Pope|Washington|Tehran|Pentagon|Arifjan|Buehring|Al Salem|Asad|Taji|Balad|Qayyarah|Union III|Erbil|Abu Nawas/i;
    const reported = told.filter((one) => citesReport(one.sources));
    expect(reported.length).toBe(35);
    expect(reported.filter((one) => names.test(one.text)).map((one) => one.facts)).toEqual([]);
    const ownPlaces = places.filter(({ properties }) => citesReport(properties.sources ?? []));
    expect(ownPlaces.flatMap((place) => textsOf(place)).filter((text) => names.test(text))).toEqual([]);
  });

  test('the report puts nothing at a base with a name: its one Iraqi base is not located', () => {
    const bases = (featuresByFile.get('iraqi-bases.geojson') ?? []).filter(
      ({ properties }) => properties.kind === 'place',
    );
    const used = new Set(told.filter((one) => citesReport(one.sources)).flatMap((one) => one.places));
    expect(bases.map(({ id }) => id).filter((id) => used.has(id))).toEqual(['iraqi-base-unnamed', 'strikes-unlocated']);
    expect(feature('iraqi-base-unnamed').geometry).toBeNull();
    expect(feature('strikes-unlocated').geometry).toBeNull();
  });
});

describe('troops', () => {
  test('the 500 are a part of the 750 and the 750 of the brigade, so nothing adds up to 1,250', () => {
    expect(tell('S25').feature.properties.partOf).toBe(tell('S23').feature.id);
    expect(tell('S23').feature.properties.partOf).toBe(tell('S26').feature.id);
    expect(tell('C16').feature.properties.partOf).toBe(tell('S26').feature.id);
    expect(tell('S24').feature).toBe(tell('S23').feature);
    expect(
      [reportOf('S25'), reportOf('S23'), reportOf('S24'), reportOf('S26')].map(({ strength }) => strength),
    ).toEqual(['>=500', '~750', '~750', '~4000']);
  });

  test('no text and no number is a sum of 100, 500, 750 and 4,000', () => {
    const sums =
      /\b(600|850|1[,.]?250|1[,.]?350|4[,.]?100|4[,.]?500|4[,.]?600|4[,.]?750|4[,.]?850|5[,.]?250|5[,.]?350)\b/;
    const numbers = features.flatMap((one) => [
      ...COUNTS.flatMap((count) => allFigures(one, count)).map(({ value }) => JSON.stringify(value)),
      ...(one.properties.reports ?? []).map(({ strength }) => JSON.stringify(strength ?? null)),
    ]);
    expect(numbers).toContain('"~750"');
    expect([...allTexts, ...numbers].filter((text) => sums.test(text))).toEqual([]);
  });

  test('the one arrival that the report states is that of about 100 Marines', () => {
    const arrivals = movements
      .flatMap(({ properties }) => properties.reports ?? [])
      .filter((report) => report.status === 'arrived' && citesReport(report.sources));
    expect(arrivals.map(({ facts, strength, to }) => ({ facts, strength, to }))).toEqual([
      { facts: ['S16'], strength: '~100', to: 'embassy-baghdad' },
    ]);
  });

  test('the 4,000 are only on alert: nowhere from, nowhere to, and no day given to "in recent days"', () => {
    const report = reportOf('S26');
    expect(report).toMatchObject({ status: 'on alert', when: '/2020-01-01' });
    expect([report.from, report.to]).toEqual([undefined, undefined]);
    expect(feature('alert-brigade').geometry).toBeNull();
  });

  test('the report gives the Marines no origin; other sources say Kuwait, and the dispute over the aircraft is told', () => {
    expect(reportOf('S16').from).toBeUndefined();
    expect(reportOf('C12').from).toBe('kuwait');
    expect(reportOf('C12').note).toMatch(/MV-22.*Ospreys.*Chinooks/);
    expect(tell('S21').feature.properties.kind).toBe('statement');
  });

  test('no origin in the report: none of its movements starts anywhere', () => {
    const reports = movements.flatMap(({ properties }) => properties.reports ?? []);
    expect(reports.filter((report) => citesReport(report.sources) && report.from !== undefined)).toEqual([]);
  });

  test('Kuwait is a country: no movement and no event refers to one of its camps, its airfields or its capital', () => {
    const kuwait = feature('kuwait');
    expect(kuwait.properties.area).toBe(true);
    expect(kuwait.properties.coordinateUncertaintyInMeters).toBeGreaterThanOrEqual(50_000);
    const camps = ['camp-arifjan', 'camp-buehring', 'ali-al-salem', 'kuwait-city'];
    expect(camps.map((id) => feature(id).id)).toEqual(camps);
    expect(told.flatMap((one) => one.places).filter((id) => camps.includes(id))).toEqual([]);
  });

  test('the fort of the 82nd Airborne has the name it had in 2020', () => {
    expect(feature('fort-bragg').properties.title).toMatch(/^Fort Bragg/);
    expect(allTexts.filter((text) => text.includes('Fort Liberty'))).toEqual([]);
  });
});

describe('strikes and rockets', () => {
  test('airstrikes: Sunday 29 December, three sites in Iraq and two in Syria, areas without pins', () => {
    const { when, places: at, feature: strikes } = tell('C02');
    expect({ when, at }).toEqual({ when: '2019-12-29', at: ['strike-sites-iraq', 'strike-sites-syria'] });
    expect(strikes.properties['sites']).toBe(5);
    expect(strikes.properties.summary).toMatch(/three in western Iraq.*two in eastern Syria/);
    expect(strikes.geometry).toBeNull();
    for (const id of at) {
      expect(feature(id).properties.area).toBe(true);
      expect(feature(id).properties.coordinateUncertaintyInMeters).toBeGreaterThanOrEqual(20_000);
    }
    expect(tell('S07').places).toEqual(['strikes-unlocated']);
  });

  test('the death tolls of the airstrikes stand side by side, each with its source', () => {
    const tolls = figures('five-airstrikes', 'killed');
    expect(tolls.map(({ value }) => value)).toEqual([25, 24, 25, 28, '>=31']);
    expect(tolls.filter(({ by, source }) => !by || !source)).toEqual([]);
    expect(tell('S07').feature.properties['killed']).toBe(25);
  });

  test('the coalition post at al-Qaim is not what was struck: two places, and no strike refers to the post', () => {
    expect(tell('C29').places).toEqual(['al-qaim-base']);
    expect(feature('al-qaim-base').properties.area).toBe(true);
    expect(told.filter((one) => one.places.includes('al-qaim-base')).map((one) => one.facts)).toEqual([['C29']]);
    expect(told.filter((one) => one.places.includes('strike-sites-iraq')).map((one) => one.facts)).toEqual([['C02']]);
  });

  test('K-1 lies 7 to 8.5 km from Kirkuk air base, and the attack is at K-1', () => {
    const apart = distance(point('k1'), point('kirkuk-airbase'));
    expect(apart).toBeGreaterThan(7000);
    expect(apart).toBeLessThan(8500);
    expect(tell('C01').places).toEqual(['k1']);
    const confused = told.filter((one) => one.places.some((id) => id.startsWith('kirkuk')));
    expect(confused.map((one) => one.facts)).toEqual([]);
    expect(feature('k1').properties.summary).toMatch(/Federal Police.*Counter-Terrorism Service/);
  });

  test('who fired on K-1 is disputed, and the report names neither base, day nor attackers', () => {
    const { summary } = tell('C01').feature.properties;
    expect(summary).toMatch(/United States blamed Kata'ib Hezbollah, which denied it/);
    expect(summary).toContain('Islamic State');
    expect(tell('S08')).toMatchObject({ when: '/2019-12-29', places: ['iraqi-base-unnamed'] });
    expect(tell('S08').feature.properties.actors).toEqual(['Attackers not named']);
  });

  test('nothing of 2019 or 2020 happens at Camp Victory', () => {
    expect(feature('camp-victory').properties.summary).toContain('2011');
    expect(told.filter((one) => one.places.includes('camp-victory'))).toEqual([]);
    expect(told.filter(of2019).filter((one) => one.text.includes('Victory') && one.text.includes('Camp'))).toEqual([]);
    expect([tell('C06').places, tell('C31').places]).toEqual([['biap'], ['biap']]);
  });
});

describe('at the embassy', () => {
  test('the storming is on Tuesday 31 December and the airstrikes on Sunday, whatever some copies say', () => {
    expect([tell('S04').when, tell('C07').when, tell('C02').when]).toEqual(['2019-12-31', '2019-12-31', '2019-12-29']);
    expect(new Date('2019-12-31').getUTCDay()).toBe(2);
    expect(new Date('2019-12-29').getUTCDay()).toBe(0);
    expect(allTexts.filter((text) => /storm\w* .*\bMonday/i.test(text) && !/misdates/i.test(text))).toEqual([]);
  });

  test('the U.S. tear gas of 1 January is one event; that of Iraqi forces on 31 December is another', () => {
    expect(tell('S01').feature).toBe(tell('S14').feature);
    expect(tell('C09').feature).not.toBe(tell('S01').feature);
    const gas = told.filter((one) => /tear gas/i.test(one.feature.properties.title));
    expect(gas.map(({ when }) => when).sort()).toEqual(['2019-12-31', '2020-01-01']);
  });

  test('two fires, two days: the roof on 1 January is not the break-in of 31 December', () => {
    expect(tell('S03').feature).not.toBe(tell('C08').feature);
    expect([tell('S03').when, tell('C08').when]).toEqual(['2020-01-01', '2019-12-31']);
    expect(tell('S03').feature.properties.summary).toMatch(/separate fire/);
  });

  test('dozens camped on 1 January, hundreds or thousands marched on 31 December', () => {
    expect(tell('S02').feature.properties['protesters']).toBe('dozens');
    expect(figures('march-to-the-embassy', 'protesters').map(({ value }) => value)).toEqual(['thousands', 'hundreds']);
    expect(figures('march-to-the-embassy', 'protesters').filter(({ by }) => !by)).toEqual([]);
  });

  test('"no injuries" is the word of the report beside other claims, and never a zero', () => {
    expect(tell('S15').feature.properties).toMatchObject({ kind: 'statement', claim: true, speaker: 'Fox News' });
    expect(figures('no-injuries-reported', 'injured').map(({ value }) => value)).toEqual(['none reported']);
    const claims = figures('injury-claims', 'injured');
    expect(claims.map(({ value }) => value)).toEqual(['~20', 32, '>=60', 'several']);
    const injuries = features.flatMap((one) => allFigures(one, 'injured'));
    expect(injuries.length).toBeGreaterThan(8);
    expect(injuries.filter(({ by }) => !by)).toEqual([]);
    expect(injuries.filter(({ value }) => value === 0 || value === '0')).toEqual([]);
  });

  test('the crowd left on 1 January: the camp, its tents and its kitchen last for that day only', () => {
    for (const id of ['S02', 'S09', 'S10', 'S11', 'C18', 'C19']) expect(tell(id).when).toBe('2020-01-01');
    expect(tell('C18').feature.properties.summary).toMatch(/tents were gone/);
  });

  test('the crowd of October is not the crowd at the embassy', () => {
    expect(tell('S37').places).toEqual(['iraq']);
    expect(tell('S37').feature.properties.summary).toMatch(/nothing to do with the attack/);
  });

  test('the report equates the militias with the Popular Mobilization Forces, and the story says that it does', () => {
    expect(tell('S36').feature.properties.summary).toMatch(/The report equates .* wider/);
  });

  test('the embassy is within 200 m of both published points, and not where hobby lists put it', () => {
    const embassy = point('embassy-baghdad');
    for (const published of [
      [44.396, 33.299],
      [44.39556, 33.29861],
    ] as [number, number][]) {
      expect(distance(embassy, published)).toBeLessThan(200);
    }
    expect(distance(embassy, [44.3615, 33.3128])).toBeGreaterThan(3000);
    expect(distance(point('camp-arifjan'), [48.08, 28.93])).toBeGreaterThan(5000);
    expect(distance(point('union-iii'), [44.36, 33.3])).toBeGreaterThan(2000);
  });

  test('gates and reception have no coordinate, because no source gives one', () => {
    expect([feature('embassy-gates').geometry, feature('embassy-reception').geometry]).toEqual([null, null]);
  });
});

describe('Benghazi', () => {
  test('two sites with two dead each; the four dead of the report belong to the city', () => {
    expect([tell('C21').places, tell('C23').places]).toEqual([['benghazi-smc'], ['benghazi-annex']]);
    expect([tell('C21'), tell('C23')].map((one) => one.feature.properties['killed'])).toEqual([2, 2]);
    expect(tell('S18').feature).toBe(tell('S19').feature);
    expect(tell('S18').places).toEqual(['benghazi']);
    expect(tell('S18').feature.properties['killed']).toBe(4);
    expect(feature('benghazi-annex').properties.area).toBe(true);
  });

  test('from the first attack to the last under eight hours, over two dates', () => {
    const hours = (Date.parse(tell('C23').when ?? '') - Date.parse(tell('C21').when ?? '')) / 3_600_000;
    expect(hours).toBeGreaterThan(7);
    expect(hours).toBeLessThan(8);
    expect(tell('S18').when).toBe('2012-09-11/2012-09-12');
    expect(tell('S18').feature.properties.summary).toMatch(/gives the length as two days.*under eight hours/);
  });
});

describe('dates are those of the place', () => {
  test('airport strike 3 January and missiles 8 January in Iraq, Mar-a-Lago 31 December in Florida', () => {
    expect([tell('C31').when, tell('C33').when, tell('S20').when]).toEqual(['2020-01-03', '2020-01-08', '2019-12-31']);
    expect([feature('biap'), feature('mar-a-lago')].map(({ properties }) => properties.timeZone)).toEqual([
      'Asia/Baghdad',
      'America/New_York',
    ]);
    expect(tell('C13').when).toBe('2019-12-31');
  });

  test('nothing from the Iran war of 2026, or any later year than 2020, is in the story', () => {
    expect(told.filter(({ when }) => /20(2[1-9]|[3-9]\d)/.test(when ?? ''))).toEqual([]);
    expect(features.flatMap((one) => textsOf(one)).filter((text) => text.includes('2026'))).toEqual([]);
  });
});
