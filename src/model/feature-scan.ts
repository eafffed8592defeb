import { BYTE, isBlank, isDelimiter, ValueScan } from './value-scan';

/** Who is told of what the scan finds. Offsets are in bytes from the start of the file. */
export interface ScanListener {
  /** A member of the root's `features`, from its first byte up to the byte after its last. */
  feature: (from: number, to: number) => void;
  /** All features so far are void: the root has another member `features`, and of these the last one counts. */
  restart: () => void;
}

/** What a text turned out to be. */
export type Scanned =
  /** An object with an array `features`, which lies, with its brackets, from `from` up to `to`. */
  | { form: 'collection'; from: number; to: number }
  /** Anything else that may be JSON: no object, or one without an array `features`. */
  | { form: 'other' }
  /** No JSON: what stands at `offset` belongs nowhere, or the text ends there. */
  | { form: 'broken'; offset: number };

type State =
  | 'start'
  | `${'first ' | '' | 'in '}key`
  | 'colon'
  | `${'' | 'in ' | 'after '}value`
  | `${'first ' | '' | 'in ' | 'after '}feature`
  | 'end'
  | Exclude<Scanned['form'], 'collection'>;

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
/** `features` is no longer than this, even with every letter escaped. */
const LONGEST_KEY = 64;

/**
 * Finds the features of a GeoJSON text (RFC 7946 §3.3) while its bytes arrive, in chunks cut anywhere. The text is never
 * put together and no value is read: that each feature, and the root without its features, is sound JSON is left to be
 * checked by those who read them.
 */
export class FeatureScan {
  readonly #listener: ScanListener;
  readonly #value = new ValueScan();
  #state: State = 'start';
  /** Offset of the chunk. */
  #base = 0;
  /** How many bytes of a byte order mark it began with. */
  #marks = 0;
  #valueFrom = 0;
  #key: number[] = [];
  #escaped = false;
  #isFeatures = false;
  #from: number | undefined;
  #to: number | undefined;

  constructor(listener: ScanListener) {
    this.#listener = listener;
  }

  /** Takes in the next bytes. */
  write(chunk: Uint8Array): void {
    let at = 0;
    while (at < chunk.length && this.#state !== 'other' && this.#state !== 'broken') {
      if (this.#state === 'in value' || this.#state === 'in feature') at = this.#readValue(chunk, at);
      else if (this.#state === 'in key') this.#readKey(chunk[at++] ?? 0);
      else {
        const byte = chunk[at] ?? 0;
        const stays = !isBlank(byte) && this.#step(byte, this.#base + at);
        if (!stays) at += 1;
      }
    }
    if (this.#state !== 'broken') this.#base += chunk.length;
  }

  /** Where the array `features` begins, as far as the text is known. */
  get features(): number | undefined {
    return this.#from;
  }

  /** What the text is, once all of it was taken in. */
  finish(): Scanned {
    if (this.#state === 'other') return { form: 'other' };
    if (this.#state !== 'end') return { form: 'broken', offset: this.#base };
    if (this.#from === undefined || this.#to === undefined) return { form: 'other' };
    return { form: 'collection', from: this.#from, to: this.#to };
  }

  #readValue(chunk: Uint8Array, at: number): number {
    const next = this.#value.read(chunk, at);
    if (!this.#value.done) return next;
    if (this.#state === 'in feature') {
      this.#listener.feature(this.#valueFrom, this.#base + next);
      this.#state = 'after feature';
    } else this.#state = 'after value';
    return next;
  }

  #readKey(byte: number): void {
    if (byte === BYTE.quote && !this.#escaped) {
      this.#isFeatures = nameOf(this.#key) === 'features';
      this.#state = 'colon';
      return;
    }
    this.#escaped = byte === BYTE.backslash && !this.#escaped;
    if (this.#key.length <= LONGEST_KEY) this.#key.push(byte);
  }

  /** Takes in one byte between values. True where it begins a value, which is then read from this byte on. */
  #step(byte: number, offset: number): boolean {
    switch (this.#state) {
      case 'start':
        this.#begin(byte, offset);
        return false;
      case 'first key':
      case 'key':
        if (byte === BYTE.objectEnd && this.#state === 'first key') this.#state = 'end';
        else this.#expect(byte === BYTE.quote, 'in key', offset);
        this.#key = [];
        this.#escaped = false;
        return false;
      case 'colon':
        this.#expect(byte === BYTE.colon, 'value', offset);
        return false;
      case 'value':
        return this.#beginMember(byte, offset);
      case 'after value':
        this.#expect(byte === BYTE.comma || byte === BYTE.objectEnd, byte === BYTE.comma ? 'key' : 'end', offset);
        return false;
      case 'first feature':
        if (byte !== BYTE.arrayEnd) return this.#beginValue('in feature', byte, offset);
        this.#endFeatures(offset);
        return false;
      case 'feature':
        return this.#beginValue('in feature', byte, offset);
      case 'after feature':
        if (byte === BYTE.arrayEnd) this.#endFeatures(offset);
        else this.#expect(byte === BYTE.comma, 'feature', offset);
        return false;
      default:
        this.#break(offset);
        return false;
    }
  }

  #begin(byte: number, offset: number): void {
    if (byte === BYTE_ORDER_MARK[offset]) {
      this.#marks += 1;
      return;
    }
    const isMarked = this.#marks === 0 || this.#marks === BYTE_ORDER_MARK.length;
    this.#state = byte === BYTE.objectStart && isMarked ? 'first key' : 'other';
  }

  #beginMember(byte: number, offset: number): boolean {
    if (!this.#isFeatures) return this.#beginValue('in value', byte, offset);
    if (this.#from !== undefined) this.#listener.restart();
    this.#from = undefined;
    this.#to = undefined;
    if (byte !== BYTE.arrayStart) return this.#beginValue('in value', byte, offset);
    this.#from = offset;
    this.#state = 'first feature';
    return false;
  }

  #beginValue(state: State, byte: number, offset: number): boolean {
    if (isDelimiter(byte)) {
      this.#break(offset);
      return false;
    }
    this.#value.begin(byte);
    this.#valueFrom = offset;
    this.#state = state;
    return true;
  }

  #endFeatures(offset: number): void {
    this.#to = offset + 1;
    this.#state = 'after value';
  }

  #expect(met: boolean, state: State, offset: number): void {
    if (met) this.#state = state;
    else this.#break(offset);
  }

  #break(offset: number): void {
    this.#state = 'broken';
    this.#base = offset;
  }
}

/** What a key says, whichever of its characters are escaped; nothing where it is no sound text. */
function nameOf(key: readonly number[]): string | undefined {
  try {
    return JSON.parse(`"${new TextDecoder().decode(Uint8Array.from(key))}"`) as string;
  } catch {
    return undefined;
  }
}
