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

/**
 * A problem in one line, `file:line:column feature property: message`, as compilers print them,
 * so that editors link to the spot.
 */
export function formatProblem(problem: Problem): string {
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(':');
  const subject = [place, problem.feature, problem.property].filter((part) => part !== undefined).join(' ');
  return `${subject}: ${problem.message}`;
}
