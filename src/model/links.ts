import type { Feature } from './feature';
import type { Reference } from './draft';
import type { FeatureReading } from './parse-feature';
import { describeValue } from './problem';

/**
 * Checks what the features of all layers say of each other, and adds to the issues of each: an id that an earlier
 * feature has, a place or movement that is not there or is something else, a force that is part of itself, and last a
 * mention of a feature that is left out. `readings` are in the order of the files; one with issues is left out.
 */
export function checkLinks(readings: readonly FeatureReading[]): void {
  const owners = ownersOf(readings);
  const broken = new Set<Reference>();
  for (const reading of readings) {
    for (const reference of reading.references) {
      const message = messageFor(reference, owners.get(reference.id));
      if (message === undefined) continue;
      broken.add(reference);
      reading.issues.push({ path: reference.path, message });
    }
  }
  for (const { reading, reference } of findCycles(readings, owners)) {
    broken.add(reference);
    const message = `${describeValue(reading.id)} is part of itself by way of ${describeValue(reference.id)}; expected a larger force`;
    reading.issues.push({ path: reference.path, message });
  }
  spread(readings, owners, broken);
}

type Owners = ReadonlyMap<string, FeatureReading>;

/** The first feature with each id; later ones get an issue. A feature that is wrong itself still owns its id. */
function ownersOf(readings: readonly FeatureReading[]): Owners {
  const owners = new Map<string, FeatureReading>();
  for (const reading of readings) {
    if (reading.id === undefined) continue;
    if (!owners.has(reading.id)) owners.set(reading.id, reading);
    else {
      const message = `the id ${describeValue(reading.id)} is taken by an earlier feature; expected another`;
      reading.issues.push({ path: ['id'], message });
    }
  }
  return owners;
}

function messageFor({ kind, id }: Reference, owner: FeatureReading | undefined): string | undefined {
  if (!owner) return `unknown ${kind} ${describeValue(id)}; expected the id of a ${kind} in this story`;
  if (!owner.feature || owner.feature.kind === kind) return undefined;
  return `${describeValue(id)} is ${withArticle(owner.feature.kind)}; expected the id of a ${kind}`;
}

function withArticle(kind: Feature['kind']): string {
  return kind === 'incident' ? `an ${kind}` : kind === 'context' ? kind : `a ${kind}`;
}

interface Link {
  reading: FeatureReading;
  reference: Reference;
}

/** The links of movements that lead round in a circle. Each movement is part of at most one other. */
function findCycles(readings: readonly FeatureReading[], owners: Owners): Link[] {
  const links: Link[] = [];
  const done = new Set<FeatureReading>();
  for (const start of readings) {
    const chain = new Map<FeatureReading, Reference>();
    let reading: FeatureReading | undefined = start;
    while (reading && !done.has(reading)) {
      done.add(reading);
      const reference = reading.references.find(({ kind }) => kind === 'movement');
      if (!reference) break;
      chain.set(reading, reference);
      reading = owners.get(reference.id);
    }
    if (!reading || !chain.has(reading)) continue;
    const circle = [...chain].map(([member, reference]) => ({ reading: member, reference }));
    links.push(...circle.slice(circle.findIndex((link) => link.reading === reading)));
  }
  return links;
}

/** What is left out takes along what mentions it, so that every mention that remains leads somewhere. */
function spread(readings: readonly FeatureReading[], owners: Owners, broken: ReadonlySet<Reference>): void {
  const mentions = new Map<FeatureReading, Link[]>();
  for (const reading of readings) {
    for (const reference of reading.references) {
      const owner = owners.get(reference.id);
      if (!owner || broken.has(reference)) continue;
      const known = mentions.get(owner);
      if (known) known.push({ reading, reference });
      else mentions.set(owner, [{ reading, reference }]);
    }
  }
  const leftOut = readings.filter((reading) => reading.issues.length > 0);
  // The list grows while it is walked.
  for (const owner of leftOut) {
    for (const { reading, reference } of mentions.get(owner) ?? []) {
      if (reading.issues.length === 0) leftOut.push(reading);
      const { kind, id, path } = reference;
      const message = `${kind} ${describeValue(id)} was left out because of its own problem`;
      reading.issues.push({ path, message });
    }
  }
}
