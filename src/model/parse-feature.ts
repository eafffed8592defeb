import { isReported, readSources, requireSource, type Citable } from './citation';
import type { Draft, Reference } from './draft';
import { KINDS, type DatedFact, type Feature } from './feature';
import { checkGeometry } from './geometry';
import { readCounts } from './parse-counts';
import { parseMovement } from './parse-movement';
import { parsePlace } from './parse-place';
import { readSidc } from './parse-sidc';
import { describeValue, type Issue } from './problem';
import { isRecord, Properties } from './properties';

/** One feature as it was read. It is there only where nothing is wrong with it by itself. */
export interface FeatureReading {
  id?: string;
  feature?: Feature;
  /** Paths start at the feature. */
  issues: Issue[];
  references: Reference[];
}

/**
 * Reads one Feature (RFC 7946 §3.2) of the layer with this id, whatever the value is, and notes everything wrong with
 * it. Mentions of other features come back as `references`, unchecked. Never throws.
 */
export function parseFeature(value: unknown, layer: string, citable: Citable): FeatureReading {
  const issues: Issue[] = [];
  const references: Reference[] = [];
  if (!isRecord(value)) {
    issues.push({ path: [], message: `expected a Feature, found ${describeValue(value)}` });
    return { issues, references };
  }
  if (value['type'] !== 'Feature') {
    issues.push({ path: ['type'], message: `expected "Feature", found ${describeValue(value['type'])}` });
  }
  const members = value['properties'];
  if (!isRecord(members)) {
    issues.push({ path: ['properties'], message: `expected an object, found ${describeValue(members)}` });
  }
  const properties = new Properties(isRecord(members) ? members : {}, ['properties'], issues, citable.languages);
  const id = readId(value, properties);
  const geometry = readGeometry(value['geometry'], issues);
  if (isRecord(members)) {
    const feature = readKind(properties, { id: id ?? '', layer, geometry, citable, references });
    if (issues.length === 0 && feature) return { id: feature.id, feature, issues, references };
  }
  return { ...(id === undefined ? {} : { id }), issues, references };
}

interface Frame extends Pick<Draft, 'geometry' | 'citable'> {
  id: string;
  layer: string;
  references: Reference[];
}

function readKind(properties: Properties, frame: Frame): Feature | undefined {
  const { citable, geometry, references } = frame;
  const kind = properties.choice('kind', 'kind', KINDS);
  const titled = kind === 'place' && properties.value('name') !== undefined ? 'name' : 'title';
  const sources = readSources(properties, 'sources', citable);
  const title = properties.requiredWords(titled, 'title') ?? '';
  const summary = properties.words('summary');
  const actors = properties.texts('actors').map(({ text }) => text);
  const sidc = readSidc(properties);
  const reported = isReported(sources, citable);
  const shared: Draft['shared'] = { id: frame.id, layer: frame.layer, title, actors, sources, reported };
  if (summary !== undefined) shared.summary = summary;
  if (sidc !== undefined) shared.sidc = sidc;
  const draft: Draft = {
    properties,
    geometry,
    citable,
    shared,
    refer: (kindOfOther, id, path) => {
      references.push({ kind: kindOfOther, id, path });
      return id;
    },
  };
  const feature = kind && readOfKind(draft, kind);
  if (feature && properties.foreign) feature.foreign = properties.foreign;
  return feature;
}

function readOfKind(draft: Draft, kind: Feature['kind']): Feature {
  if (kind === 'place') return parsePlace(draft);
  return kind === 'movement' ? parseMovement(draft) : parseFact(draft, kind);
}

function parseFact({ properties, geometry, shared, citable, refer }: Draft, kind: DatedFact['kind']): DatedFact {
  requireSource([properties], properties, citable);
  const { id, layer, title, summary, actors, sources, reported, sidc } = shared;
  // Written out, as spreading `shared` takes longer than all the rest.
  const fact: DatedFact = {
    id,
    layer,
    title,
    actors,
    sources,
    reported,
    kind,
    geometry,
    when: properties.when('when'),
    places: properties.texts('place', 'the id of a place').map(({ text, path }) => refer('place', text, path)),
    counts: readCounts(properties, citable),
  };
  if (summary !== undefined) fact.summary = summary;
  if (sidc !== undefined) fact.sidc = sidc;
  const speaker = properties.words('speaker');
  if (speaker !== undefined) fact.speaker = speaker;
  return fact;
}

/** An id is text or a number (RFC 7946 §3.2). GDAL, and QGIS with it, saves it among the properties. */
function readId(feature: Record<string, unknown>, properties: Properties): string | undefined {
  const own = feature['id'] ?? undefined;
  const id = own ?? properties.value('id');
  if (Number.isFinite(id)) return String(id);
  if (typeof id === 'string' && id.trim() !== '') return id;
  properties.noteAt(['id'], `expected an id, found ${describeValue(id)}`);
  return undefined;
}

function readGeometry(value: unknown, issues: Issue[]): Feature['geometry'] {
  const result = checkGeometry(value);
  if ('geometry' in result) return result.geometry;
  issues.push(...result.problems.map(({ path, message }) => ({ path: ['geometry', ...path], message })));
  return null;
}
