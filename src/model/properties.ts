import type { Foreign, Languages } from './languages';
import { describeValue, formatChoice, type Issue } from './problem';
import { parseQuantity, type Quantity } from './quantity';
import { parseWhen } from './parse-when';
import type { When } from './when';

/** One member of a list, and where it stands. */
export interface Item {
  value: unknown;
  path: Issue['path'];
}

/** No date or number is longer; the grammar behind dates slows down on what is. */
const LONGEST_NOTATION = 100;

/** True for a JSON object, false for an array or `null`. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The object without the members that are undefined, as `exactOptionalPropertyTypes` asks. */
export function present<T extends object>(members: T): Present<T> {
  const kept: Partial<T> = {};
  for (const name in members) {
    if (members[name] !== undefined) kept[name] = members[name];
  }
  return kept as unknown as Present<T>;
}

/**
 * Reads the members of one JSON object by their types and notes an {@link Issue} for each that is of another.
 *
 * `null` and blank text count as absent, as that is how QGIS writes an empty cell. Lists and objects may be JSON
 * inside a string, as such editors save them. No method throws.
 */
export class Properties {
  readonly #members: Readonly<Record<string, unknown>>;
  readonly #path: Issue['path'];
  readonly #issues: Issue[];
  readonly #languages: Languages | undefined;
  #foreign: Record<string, string> | undefined;
  /** Asked of every object, and true of few. */
  #hasTranslations: boolean | undefined;

  /**
   * `path` leads to the object from where the paths of `issues` start; found issues are added to `issues`. Words are
   * read in these languages, and as they stand where there are none.
   */
  constructor(members: Readonly<Record<string, unknown>>, path: Issue['path'], issues: Issue[], languages?: Languages) {
    this.#members = members;
    this.#path = path;
    this.#issues = issues;
    this.#languages = languages;
  }

  /** The languages of those words that were read in another one than was wanted. */
  get foreign(): Foreign | undefined {
    return this.#foreign;
  }

  /** A reader of another object, that notes to the same list. */
  of(members: Readonly<Record<string, unknown>>, path: Issue['path']): Properties {
    return new Properties(members, path, this.#issues, this.#languages);
  }

  /** True where the member is written, be it as `null`. */
  has(name: string): boolean {
    return Object.hasOwn(this.#members, name);
  }

  /** True where one of these members is written. */
  hasAny(names: ReadonlySet<string>): boolean {
    for (const name in this.#members) {
      if (names.has(name)) return true;
    }
    return false;
  }

  /** The member as it is, or undefined where it is absent, `null` or blank. */
  value(name: string): unknown {
    const value = this.#members[name];
    // Most members that are asked for are absent, and asking whether one is an own member takes longer.
    if (value === undefined || value === null || !this.has(name)) return undefined;
    return typeof value === 'string' && isBlank(value) ? undefined : value;
  }

  /** Where a member stands or should stand. */
  path(name: string): Issue['path'] {
    return [...this.#path, name];
  }

  /** Notes an issue of a member. */
  note(name: string, message: string): void {
    this.noteAt(this.path(name), message);
  }

  noteAt(path: Issue['path'], message: string): void {
    this.#issues.push({ path, message });
  }

  text(name: string): string | undefined {
    const value = this.value(name);
    if (value === undefined || typeof value === 'string') return value;
    this.note(name, `expected text, found ${describeValue(value)}`);
    return undefined;
  }

  /** As {@link text}; its absence is an issue. */
  requiredText(name: string): string | undefined {
    if (this.value(name) === undefined) this.note(name, 'expected text, found nothing');
    return this.text(name);
  }

  /**
   * Text for people, which may stand in other languages beside it: `title:ar` beside `title`. The best that is wanted,
   * else the plain one, of which {@link foreign} then tells the language by `as`. Every one of them must be text.
   */
  words(name: string, as = name): string | undefined {
    const plain = this.text(name);
    const found = this.#translation(name);
    const fallback = this.#languages?.fallback;
    if (found === undefined && plain !== undefined && fallback !== undefined) {
      this.#foreign ??= {};
      this.#foreign[as] = fallback;
    }
    return found ?? plain;
  }

  /** As {@link words}; their absence is an issue. */
  requiredWords(name: string, as = name): string | undefined {
    const words = this.words(name, as);
    if (words === undefined && this.value(name) === undefined) this.note(name, 'expected text, found nothing');
    return words;
  }

  #translation(name: string): string | undefined {
    if (!(this.#hasTranslations ??= hasSuffixes(this.#members))) return undefined;
    const prefix = `${name}:`;
    for (const member in this.#members) if (member.startsWith(prefix)) this.text(member);
    for (const suffix of this.#languages?.suffixes ?? []) {
      const value = this.value(name + suffix);
      if (typeof value === 'string') return value;
    }
    return undefined;
  }

  flag(name: string): boolean | undefined {
    const value = this.value(name);
    if (value === undefined || typeof value === 'boolean') return value;
    this.note(name, `expected true or false, found ${describeValue(value)}`);
    return undefined;
  }

  /** One of a few words; `what` names them where another is found: `unknown kind "incidnet"; expected …`. */
  choice<Option extends string>(name: string, what: string, options: readonly Option[]): Option | undefined {
    const value = this.value(name);
    const option = options.includes(value as Option) ? (value as Option) : undefined;
    if (option === undefined) {
      const found = value === undefined ? `no ${what}` : `unknown ${what} ${describeValue(value)}`;
      this.note(name, `${found}; expected ${formatChoice(options)}`);
    }
    return option;
  }

  /** The members of a list; a lone value is a list of one. Each with its path. */
  items(name: string): Item[] {
    const value = parseNested(this.value(name));
    if (value === undefined) return [];
    const path = this.path(name);
    if (!Array.isArray(value)) return [{ value, path }];
    return value.map((item: unknown, index) => ({ value: item, path: [...path, index] }));
  }

  /** The texts of a list; blank ones and other types are issues. `what` says what each should be. */
  texts(name: string, what = 'text'): { text: string; path: Issue['path'] }[] {
    const texts: { text: string; path: Issue['path'] }[] = [];
    for (const { value, path } of this.items(name)) {
      if (typeof value === 'string' && !isBlank(value)) texts.push({ text: value, path });
      else this.noteAt(path, `expected ${what}, found ${describeValue(value)}`);
    }
    return texts;
  }

  /** Readers of the objects of a list; other types are issues. `what` says what each should be. */
  records(name: string, what: string): Properties[] {
    return this.items(name).flatMap(({ value, path }) => {
      if (isRecord(value)) return [this.of(value, path)];
      this.noteAt(path, `expected ${what}, found ${describeValue(value)}`);
      return [];
    });
  }

  /** An EDTF date, or `null` where none is given or it cannot be read. */
  when(name: string): When | null {
    const value = this.value(name);
    if (value === undefined) return null;
    if (typeof value !== 'string' || value.length > LONGEST_NOTATION) {
      this.note(name, `expected an EDTF date in quotes such as "2020-01-01", found ${describeValue(value)}`);
      return null;
    }
    const result = parseWhen(value);
    if ('when' in result) return result.when;
    this.note(name, result.error);
    return null;
  }

  /** A number of people or things. */
  quantity(name: string): Quantity | undefined {
    const value = this.value(name);
    if (value === undefined) return undefined;
    if (!(typeof value === 'number' || (typeof value === 'string' && value.length <= LONGEST_NOTATION))) {
      this.note(name, `expected a count such as 100, "~100" or "dozens", found ${describeValue(value)}`);
      return undefined;
    }
    const result = parseQuantity(value);
    if ('quantity' in result) return result.quantity;
    this.note(name, result.error);
    return undefined;
  }
}

function hasSuffixes(members: object): boolean {
  for (const member in members) if (member.includes(':')) return true;
  return false;
}

function isBlank(text: string): boolean {
  const first = text.charCodeAt(0);
  // Printed ASCII begins nearly every text.
  return !(first > 0x20 && first < 0x7f) && text.trim() === '';
}

/** What a string holds if it is a JSON array or object, as QGIS saves nested values; else the value itself. */
function parseNested(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}
