import type { Feature } from './feature';
import { representativePoint } from './geometry';
import { kindNumber } from './links';
import { grown } from './mark-builder';
import type { FeatureReading } from './parse-feature';

/** What is noted of a feature, one bit each. */
const FLAG = { named: 1, faulty: 2, located: 4, ownPoint: 8, linked: 16 } as const;
type Flag = keyof typeof FLAG;

/** All features of a story in the order of the files, ten bytes each: a feature is its position here. */
export class FeatureTable {
  length = 0;
  /** Where each begins in its file, in bytes. */
  offsets = new Uint32Array(1024);
  /** See {@link hashOf}; 0 where it has no id. */
  hashes = new Uint32Array(1024);
  /** See {@link kindNumber}. */
  kinds = new Uint8Array(1024);
  #flags = new Uint8Array(1024);

  /** Adds a feature that begins at `offset` and returns its number. */
  add(offset: number, { id, feature, issues, references }: FeatureReading): number {
    if (this.length === this.offsets.length) {
      this.offsets = grown(this.offsets);
      this.hashes = grown(this.hashes);
      this.kinds = grown(this.kinds);
      this.#flags = grown(this.#flags);
    }
    const number = this.length++;
    this.offsets[number] = offset;
    this.hashes[number] = id === undefined ? 0 : hashOf(id);
    this.kinds[number] = kindNumber(feature);
    this.#flags[number] =
      Number(id !== undefined) * FLAG.named +
      Number(issues.length > 0) * FLAG.faulty +
      Number(isLocated(feature)) * FLAG.located +
      Number(hasOwnPoint(feature)) * FLAG.ownPoint +
      Number(references.length > 0) * FLAG.linked;
    return number;
  }

  /** Whether it has an id, something is wrong with itself, it has a place on earth, is a fact with a point, mentions others. */
  is(number: number, flag: Flag): boolean {
    return ((this.#flags[number] ?? 0) & FLAG[flag]) !== 0;
  }
}

function isLocated(feature: Feature | undefined): boolean {
  return Boolean(feature?.geometry && representativePoint(feature.geometry));
}

function hasOwnPoint(feature: Feature | undefined): boolean {
  return feature?.geometry?.type === 'Point' && feature.kind !== 'movement' && feature.kind !== 'place';
}

/** A 32-bit hash of an id (FNV-1a over its UTF-16 units). */
export function hashOf(id: string): number {
  let hash = 0x811c_9dc5;
  for (let index = 0; index < id.length; index++) {
    hash = Math.imul(hash ^ id.charCodeAt(index), 0x0100_0193);
  }
  return hash >>> 0;
}

/** The features whose id an earlier one has. Only where hashes are equal are ids read, by `idOf`. */
export function findTaken(features: FeatureTable, idOf: (number: number) => string | undefined): Set<number> {
  const taken = new Set<number>();
  const repeated = repeatedIn(features.hashes.slice(0, features.length).sort());
  if (repeated.size === 0) return taken;
  const known = new Set<string | undefined>();
  for (let number = 0; number < features.length; number++) {
    if (!repeated.has(features.hashes[number] ?? 0) || !features.is(number, 'named')) continue;
    const id = idOf(number);
    if (known.has(id)) taken.add(number);
    else known.add(id);
  }
  return taken;
}

function repeatedIn(sorted: Uint32Array): Set<number> {
  const repeated = new Set<number>();
  for (let at = 1; at < sorted.length; at++) {
    if (sorted[at] === sorted[at - 1]) repeated.add(sorted[at] ?? 0);
  }
  return repeated;
}

/** By name, the first feature with that id, else `nobody`. Only where hashes are equal are ids read, by `idOf`. */
export function findOwners(
  features: FeatureTable,
  names: readonly string[],
  nobody: number,
  idOf: (number: number) => string | undefined,
): Uint32Array {
  const owners = new Uint32Array(names.length).fill(nobody);
  const byHash = new Map<number, number[]>();
  for (const [name, id] of names.entries()) {
    const hash = hashOf(id);
    byHash.set(hash, [...(byHash.get(hash) ?? []), name]);
  }
  if (names.length === 0) return owners;
  for (let number = 0; number < features.length; number++) {
    const candidates = byHash.get(features.hashes[number] ?? 0);
    if (!candidates || !features.is(number, 'named') || candidates.every((name) => owners[name] !== nobody)) continue;
    const id = idOf(number);
    const name = candidates.find((candidate) => names[candidate] === id);
    if (name !== undefined && owners[name] === nobody) owners[name] = number;
  }
  return owners;
}
