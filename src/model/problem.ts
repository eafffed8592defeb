/** Something a data author can mend. Errors are values until the screen shows them. */
export interface Problem {
  /** The file's name as the author knows it. */
  file: string;
  /** Id of the feature, or its position as in `#3`; absent where the file as a whole is at fault. */
  feature?: string;
  /** The property at fault, as a path: `when`, `reports[1].status`, `geometry.coordinates[0]`. */
  property?: string;
  /** What was found and what was expected, in one sentence. */
  message: string;
  /** Where in the JSON document, for finding the line. */
  path: (string | number)[];
  /** First line is 1. Known once located. */
  line?: number;
  /** First column is 1. Known once located. */
  column?: number;
  /** True where the feature was left out; false where the whole file was. */
  skipped: 'feature' | 'file' | 'nothing';
}

/** Something wrong inside a value that is being read, before it is known in which file: `path` starts at that value. */
export interface Issue {
  path: (string | number)[];
  message: string;
}

/** A path as an author reads it: `reports[1].status`. */
export function formatPath(path: readonly (string | number)[]): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('');
}

/** What is allowed, as a message lists it: `on alert, announced or arrived`. */
export function formatChoice(options: readonly string[]): string {
  return [options.slice(0, -1).join(', '), options.at(-1)].filter(Boolean).join(' or ');
}

/**
 * A problem in one line, `file:line:column feature property: message`, as compilers print them,
 * so that editors link to the spot.
 */
export function formatProblem(problem: Problem): string {
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(':');
  const subject = [place, problem.feature, problem.property].filter((part) => part !== undefined).join(' ');
  return `${subject}: ${problem.message}`.replaceAll(CONTROLS, ' ');
}

/** What would break the line, or steer the terminal it is printed on, if a data file said so. */
// eslint-disable-next-line no-control-regex -- control characters are what it is about
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** How much of a found text a message quotes. */
const QUOTED = 60;

/** A found value as a message names it: `"Jan 1"`, `[33.3, 44.4]`, `an object`, `nothing`. Short, however large it is. */
export function describeValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') {
    return JSON.stringify(value.length > QUOTED ? `${value.slice(0, QUOTED - 1)}…` : value);
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return 'an empty array';
    const short = value.length <= 3 && value.every((item) => typeof item === 'number');
    return short ? `[${value.join(', ')}]` : 'an array';
  }
  return typeof value === 'object' && value !== null ? 'an object' : `${value as number}`;
}
