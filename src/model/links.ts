import { countBefore } from './columns';
import { KINDS, type Feature } from './feature';
import { MentionTable, type Mentions } from './mentions';
import type { FeatureReading } from './parse-feature';
import { describeValue, type Issue } from './problem';

/** In place of the feature with a mentioned id, where there is none. */
export const NOBODY = 0xffff_ffff;
/** In place of a feature's kind, where it could not be read. */
const UNREAD = 0xff;

/** The features of all layers, numbered in the order of the files, as far as they concern each other. */
export interface Linked {
  mentions: Mentions;
  /** By mentioned id, the first feature that has it, be it right or wrong itself, or {@link NOBODY}. */
  owners: Uint32Array;
  /** By feature, the position of its kind among `KINDS`, or {@link UNREAD}. */
  kinds: Uint8Array;
  /** The features whose id an earlier one has. */
  taken: ReadonlySet<number>;
  /** By feature, 1 where it is left out. */
  leftOut: Uint8Array;
}

/** What is wrong with mentions. */
export interface Broken {
  /** By mention. */
  faults: Uint8Array;
  /** By mentioned id, when its feature was left out, from 1; 0 where it is kept. */
  turns: Uint32Array;
}

const FAULT = { none: 0, unknown: 1, otherKind: 2, circle: 3 } as const;

/**
 * Checks what the features of all layers say of each other, and adds to the issues of each: an id that an earlier
 * feature has, a place or movement that is not there or is something else, a force that is part of itself, and last a
 * mention of a feature that is left out. `readings` are in the order of the files; one with issues is left out.
 */
export function checkLinks(readings: readonly FeatureReading[]): void {
  const mentions = new MentionTable();
  const firsts = new Map<string, number>();
  const taken = new Set<number>();
  for (const [number, { id, references }] of readings.entries()) {
    mentions.add(number, references);
    if (id === undefined) continue;
    if (firsts.has(id)) taken.add(number);
    else firsts.set(id, number);
  }
  const linked: Linked = {
    mentions,
    owners: Uint32Array.from(mentions.names, (id) => firsts.get(id) ?? NOBODY),
    kinds: Uint8Array.from(readings, ({ feature }) => kindNumber(feature)),
    taken,
    leftOut: Uint8Array.from(readings, ({ issues }, number) => Number(issues.length > 0 || taken.has(number))),
  };
  const broken = findBroken(linked);
  for (const [number, reading] of readings.entries()) {
    if (linked.leftOut[number]) reading.issues.push(...linkIssues(linked, broken, number, reading));
  }
}

/** The position of a feature's kind among `KINDS`; {@link UNREAD} where it could not be read. */
export function kindNumber(feature: Feature | undefined): number {
  return feature ? KINDS.indexOf(feature.kind) : UNREAD;
}

/** Finds mentions that lead nowhere, and leaves out what makes one, and in turn what mentions that. */
export function findBroken(linked: Linked): Broken {
  const { mentions, owners, kinds, leftOut } = linked;
  const faults = new Uint8Array(mentions.length);
  const [place, movement] = [KINDS.indexOf('place'), KINDS.indexOf('movement')];
  for (let mention = 0; mention < mentions.length; mention++) {
    const owner = owners[mentions.name[mention] ?? 0] ?? NOBODY;
    const kind = kinds[owner] ?? UNREAD;
    if (owner === NOBODY) faults[mention] = FAULT.unknown;
    else if (kind !== UNREAD && kind !== (mentions.ofMovement[mention] ? movement : place)) {
      faults[mention] = FAULT.otherKind;
    }
  }
  for (const mention of findCircles(linked)) faults[mention] = FAULT.circle;
  for (let mention = 0; mention < mentions.length; mention++) {
    if (faults[mention]) leftOut[mentions.by[mention] ?? 0] = 1;
  }
  return { faults, turns: spread(linked, faults) };
}

/** The mentions by which movements are part of themselves. Each movement is part of at most one other. */
function findCircles({ mentions, owners }: Linked): number[] {
  const wholes = new Map<number, number>();
  for (let mention = 0; mention < mentions.length; mention++) {
    if (mentions.ofMovement[mention]) wholes.set(mentions.by[mention] ?? 0, mention);
  }
  const circles: number[] = [];
  const done = new Set<number>();
  for (const start of wholes.keys()) {
    const chain: number[] = [];
    let movement = start;
    let mention = wholes.get(movement);
    while (mention !== undefined && !done.has(movement)) {
      done.add(movement);
      chain.push(movement);
      movement = owners[mentions.name[mention] ?? 0] ?? NOBODY;
      mention = wholes.get(movement);
    }
    const circle = chain.includes(movement) ? chain.slice(chain.indexOf(movement)) : [];
    circles.push(...circle.map((member) => wholes.get(member) ?? 0));
  }
  return circles;
}

/** What is left out takes along what mentions it, so that every mention that remains leads somewhere. */
function spread({ mentions, owners, leftOut }: Linked, faults: Uint8Array): Uint32Array {
  const turns = new Uint32Array(owners.length);
  const names = new Map([...owners].map((owner, name) => [owner, name]));
  const { first, mention: byName } = mentionsByName(mentions);
  const queue = [...names.keys()].filter((owner) => leftOut[owner] === 1).sort((a, b) => a - b);
  // The list grows while it is walked.
  for (const [turn, owner] of queue.entries()) {
    const name = names.get(owner) ?? 0;
    turns[name] = turn + 1;
    for (let at = first[name] ?? 0; at < (first[name + 1] ?? 0); at++) {
      const mention = byName[at] ?? 0;
      const reader = mentions.by[mention] ?? 0;
      if (faults[mention] || leftOut[reader]) continue;
      leftOut[reader] = 1;
      if (names.has(reader)) queue.push(reader);
    }
  }
  return turns;
}

/** The mentions of each id, in their order, from `first[name]` up to `first[name + 1]`. */
function mentionsByName({ length, name, names }: Mentions): { first: Uint32Array; mention: Uint32Array } {
  const first = new Uint32Array(names.length + 1);
  for (let at = 0; at < length; at++) first[name[at] ?? 0] = (first[name[at] ?? 0] ?? 0) + 1;
  // How many there are of each becomes where they end, and filling them in from the last on, where they begin.
  for (let at = 1; at < first.length; at++) first[at] = (first[at] ?? 0) + (first[at - 1] ?? 0);
  const mention = new Uint32Array(length);
  for (let at = length - 1; at >= 0; at--) {
    const place = (first[name[at] ?? 0] ?? 0) - 1;
    first[name[at] ?? 0] = place;
    mention[place] = at;
  }
  return { first, mention };
}

/** What is wrong with the links of one feature, to be added to what is wrong with itself. */
export function linkIssues(
  linked: Linked,
  { faults, turns }: Broken,
  number: number,
  reading: FeatureReading,
): Issue[] {
  const { mentions, owners, kinds, taken } = linked;
  const issues: Issue[] = [];
  if (taken.has(number)) {
    const message = `the id ${describeValue(reading.id)} is taken by an earlier feature; expected another`;
    issues.push({ path: ['id'], message });
  }
  const first = countBefore(mentions.by, number, mentions.length);
  const circles: Issue[] = [];
  const lost: { turn: number; issue: Issue }[] = [];
  for (const [index, { kind, id, path }] of reading.references.entries()) {
    const name = mentions.name[first + index] ?? 0;
    const fault = faults[first + index];
    const turn = turns[name] ?? 0;
    const found = describeValue(id);
    if (fault === FAULT.unknown) {
      issues.push({ path, message: `unknown ${kind} ${found}; expected the id of a ${kind} in this story` });
    } else if (fault === FAULT.otherKind) {
      const other = withArticle(KINDS[kinds[owners[name] ?? NOBODY] ?? UNREAD]);
      issues.push({ path, message: `${found} is ${other}; expected the id of a ${kind}` });
    } else if (fault === FAULT.circle) {
      const message = `${describeValue(reading.id)} is part of itself by way of ${found}; expected a larger force`;
      circles.push({ path, message });
    } else if (turn > 0) {
      lost.push({ turn, issue: { path, message: `${kind} ${found} was left out because of its own problem` } });
    }
  }
  return [...issues, ...circles, ...lost.sort((a, b) => a.turn - b.turn).map(({ issue }) => issue)];
}

function withArticle(kind: Feature['kind'] | undefined): string {
  return kind === 'incident' ? `an ${kind}` : kind === 'context' ? kind : `a ${kind}`;
}
