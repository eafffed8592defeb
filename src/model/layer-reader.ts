import type { Citable } from './citation';
import { checkRoot } from './dataset';
import type { Layer, Story } from './feature';
import { FeatureScan } from './feature-scan';
import type { Checkpoint, Intake } from './intake';
import { parseJson } from './json';
import { parseFeature, type FeatureReading } from './parse-feature';
import type { FileFault, ReadLayer } from './read-layer';
import { SourceText } from './source-text';
import { AxesCheck } from './swapped-file';

/** Features are read together up to about so many bytes: reading one by one takes longer. */
const BATCH = 1 << 18;
/** Offsets are kept in 32 bits. */
const LARGEST_FILE = 2 ** 32 - 1;

/** Reads one layer's file into an intake while its bytes arrive. */
export class LayerReader {
  readonly #layer: Layer;
  readonly #position: number;
  readonly #citable: Citable;
  readonly #bounds: Story['bounds'];
  readonly #intake: Intake;
  readonly #start: Checkpoint;
  readonly #source = new SourceText();
  readonly #scan: FeatureScan;
  /** Features that were found and not read yet: where they begin and end. */
  #from: number[] = [];
  #to: number[] = [];
  /** The end of the last feature that was read. */
  #sound = 0;
  #axes: AxesCheck;
  #issues = 0;
  #fault: FileFault | undefined;

  /** `layer` is one of the story's. */
  constructor(story: Story, layer: Layer, citable: Citable, intake: Intake) {
    this.#layer = layer;
    this.#position = story.layers.indexOf(layer);
    this.#citable = citable;
    this.#bounds = story.bounds;
    this.#intake = intake;
    this.#start = intake.checkpoint();
    this.#axes = new AxesCheck(story.bounds);
    this.#scan = new FeatureScan({
      feature: (from, to) => {
        this.#from.push(from);
        this.#to.push(to);
      },
      restart: () => this.#restart(),
    });
  }

  /** Takes in the next bytes of the file. */
  write(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length; at += BATCH) {
      const part = chunk.subarray(at, at + BATCH);
      if (this.#source.length + part.length > LARGEST_FILE) {
        this.#fault = { issue: { path: [], message: 'the file is larger than 4 GB; expected several smaller ones' } };
        return;
      }
      this.#source.append(part);
      if (this.#fault) continue;
      this.#scan.write(part);
      if ((this.#to.at(-1) ?? 0) - (this.#from[0] ?? 0) >= BATCH) this.#readBatch();
    }
  }

  /** Takes back all that was read of the file. */
  abandon(): void {
    this.#intake.rewind(this.#start);
  }

  /** Ends the file. */
  finish(): ReadLayer {
    this.#source.close();
    if (!this.#fault) this.#readBatch();
    const end = this.#fault ? undefined : this.#finishScan();
    if (this.#fault) this.abandon();
    return {
      layer: this.#layer,
      source: this.#source,
      first: this.#start.features,
      after: this.#intake.features.length,
      bound: end?.bound ?? 0,
      lone: end?.lone ?? false,
      issues: this.#issues,
      swapped: this.#axes.swapped,
      ...(this.#fault && { fault: this.#fault }),
    };
  }

  #finishScan(): { bound: number; lone: boolean } | undefined {
    const scanned = this.#scan.finish();
    if (scanned.form === 'broken') {
      this.#fault = this.#textFault();
      return undefined;
    }
    if (scanned.form === 'collection') {
      const { from, to } = scanned;
      const gap = { from, to, filler: '[]' };
      const parsed = parseJson(this.#source.text(0, from) + gap.filler + this.#source.text(to, this.#source.length));
      const root = 'error' in parsed ? undefined : checkRoot(parsed.value);
      if (!root) this.#fault = { gap };
      else if ('message' in root) this.#fault = { issue: { path: root.path, message: root.message }, gap };
      if (!(root && 'lone' in root && root.lone)) return { bound: to - 1, lone: false };
    }
    return this.#readWhole();
  }

  /** Reads what is no FeatureCollection: a lone Feature, or what has to be refused. */
  #readWhole(): { bound: number; lone: boolean } | undefined {
    this.#restart();
    const parsed = parseJson(wholeText(this.#source));
    const root = 'error' in parsed ? undefined : checkRoot(parsed.value);
    if (!root) this.#fault = {};
    else if ('message' in root) this.#fault = { issue: { path: root.path, message: root.message } };
    else this.#take(parseFeature(root.members[0], this.#layer.id, this.#citable), 0);
    return { bound: this.#source.length, lone: true };
  }

  #readBatch(): void {
    const [from, to] = [this.#from, this.#to];
    const [first, last] = [from[0], to.at(-1)];
    if (first === undefined || last === undefined) return;
    const values = arrayOf(this.#source.text(first, last));
    for (const [index, value] of values?.entries() ?? []) {
      this.#take(parseFeature(value, this.#layer.id, this.#citable), from[index] ?? 0);
    }
    if (values) this.#sound = last;
    else {
      const wrong = from.findIndex((start, index) => !arrayOf(this.#source.text(start, to[index] ?? start)));
      this.#sound = to[wrong - 1] ?? this.#sound;
      this.#fault = this.#textFault();
    }
    this.#from = [];
    this.#to = [];
  }

  #take(reading: FeatureReading, offset: number): void {
    this.#issues += reading.issues.length;
    this.#axes.note(reading.feature);
    this.#intake.take(reading, this.#position, offset);
  }

  #restart(): void {
    this.#from = [];
    this.#to = [];
    this.#sound = 0;
    this.#issues = 0;
    this.#axes = new AxesCheck(this.#bounds);
    this.#intake.rewind(this.#start);
  }

  /** The text is no JSON. Those of its features that were read are sound. */
  #textFault(): FileFault {
    const from = this.#scan.features;
    if (from === undefined) return {};
    return { gap: { from, to: Math.max(this.#sound, from + 1), filler: this.#sound > from ? '[0' : '[' } };
  }
}

/** The members of an array whose brackets are left out; undefined where the text is no JSON. */
function arrayOf(text: string): unknown[] | undefined {
  try {
    return JSON.parse(`[${text}]`) as unknown[];
  } catch {
    return undefined;
  }
}

function wholeText(source: SourceText): string {
  try {
    return source.text(0, source.length);
  } catch {
    // Longer than a text can be: its beginning tells as well that it is none of ours.
    return source.text(0, BATCH);
  }
}
