import type { Node, ParseError } from 'jsonc-parser';
import type { Problem } from './problem';

export type JsonResult = { value: unknown } | { error: string };

const NOT_JSON = 'not valid JSON';

/**
 * Reads a JSON text (RFC 8259), with or without a byte order mark, or says in a fragment of a sentence what was found
 * and `expected`. Where in the text a syntax error is, {@link locateProblems} finds out. Never throws.
 */
export function parseJson(text: string, expected = 'GeoJSON'): JsonResult {
  const body = withoutMark(text);
  const start = body.slice(0, 200).trimStart();
  if (start === '' && body.trim() === '') return { error: `the file is empty; expected ${expected}` };
  if (/^<(\?xml|kml|gpx|osm)\b/i.test(start)) return { error: `found XML, expected ${expected}` };
  if (start.startsWith('<')) return { error: `found an HTML page, expected ${expected}` };
  // How UTF-16, gzip and zip look once they were taken for UTF-8.
  // eslint-disable-next-line no-control-regex -- control characters are how it is told
  if (/^(PK\u0003|\u001f|\ufffd)|\u0000/.test(start)) return { error: `found no UTF-8 text, expected ${expected}` };
  try {
    return { value: JSON.parse(body) as unknown };
  } catch {
    return { error: NOT_JSON };
  }
}

/**
 * The problems of one file with line and column (from 1; columns count UTF-16 units), in the order given.
 *
 * A problem stands where its `path` leads in `text`: at the value itself, or at the nearest member above it that is
 * there. Where the text is no JSON, all stand at its first error and the message says what was expected there.
 * A document nested too deep to be walked leaves its problems without a line. Never rejects for what a file says.
 */
export async function locateProblems(text: string, problems: readonly Problem[]): Promise<Problem[]> {
  if (problems.length === 0) return [];
  const body = withoutMark(text);
  const parsed = parseJson(body);
  if ('error' in parsed && parsed.error !== NOT_JSON) {
    return problems.map((problem) => ({ ...problem, line: 1, column: 1 }));
  }
  const { tree, error } = await readTree(body);
  const positionAt = lineFinder(body);
  if ('error' in parsed) {
    const reason = error ? `${NOT_JSON}: ${describeError(body, error)}` : NOT_JSON;
    return problems.map((problem) => ({
      ...problem,
      message: problem.message === NOT_JSON ? reason : problem.message,
      ...(error ? positionAt(offsetOfError(body, error)) : {}),
    }));
  }
  if (!tree) return [...problems];
  return problems.map((problem) => ({ ...problem, ...positionAt(nodeAt(tree, problem.path).offset) }));
}

function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

interface SyntaxFinding {
  tree?: Node | undefined;
  error?: { code: string; offset: number; length: number } | undefined;
}

async function readTree(text: string): Promise<SyntaxFinding> {
  // Loaded only when there is something to locate: a clean story never pays for it.
  const { parseTree, printParseErrorCode } = await import('jsonc-parser');
  const errors: ParseError[] = [];
  try {
    const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
    const [first] = errors;
    return { tree, error: first && { ...first, code: printParseErrorCode(first.error) } };
  } catch {
    // jsonc-parser recurses, so that thousands of nested brackets overflow its stack.
    return {};
  }
}

/** The node a path leads to, or the last one on the way that is there. */
function nodeAt(root: Node, path: readonly (string | number)[]): Node {
  let node = root;
  for (const step of path) {
    const children = node.children ?? [];
    let next: Node | undefined;
    if (node.type === 'array' && typeof step === 'number') next = children[step];
    // Of members with the same name JSON.parse takes the last.
    if (node.type === 'object')
      next = children.findLast(({ children: pair }) => pair?.[0]?.value === step)?.children?.[1];
    if (!next) break;
    node = next;
  }
  return node;
}

/** Turns offsets into lines and columns, both from 1. Lines end as in RFC 8259: LF, CR or both. */
function lineFinder(text: string): (offset: number) => { line: number; column: number } {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

/** What belongs where jsonc-parser found something else, by the name of its error. */
const EXPECTED: Readonly<Record<string, string>> = {
  InvalidSymbol: 'a value, or a text in double quotes',
  InvalidNumberFormat: 'a number',
  PropertyNameExpected: 'a property name in double quotes',
  ValueExpected: 'a value',
  ColonExpected: 'a colon',
  CommaExpected: 'a comma or a closing bracket',
  CloseBraceExpected: 'a comma or a closing brace',
  CloseBracketExpected: 'a comma or a closing bracket',
  EndOfFileExpected: 'the end of the file',
  InvalidCommentToken: 'no comment, which JSON has none of',
  UnexpectedEndOfComment: 'no comment, which JSON has none of',
  UnexpectedEndOfString: 'a closing quote on the same line',
  UnexpectedEndOfNumber: 'more digits',
  InvalidUnicode: 'four hexadecimal digits after \\u',
  InvalidEscapeCharacter: 'an escape that JSON knows, such as \\n or \\"',
  InvalidCharacter: 'no control character inside a text',
};

/** How much of the text a message quotes. */
const QUOTED = 24;

function describeError(text: string, error: NonNullable<SyntaxFinding['error']>): string {
  const offset = offsetOfError(text, error);
  const found = text.slice(offset, error.offset + Math.max(error.length, 1));
  const quoted = found.length > QUOTED ? `${found.slice(0, QUOTED)}…` : found;
  return `expected ${EXPECTED[error.code] ?? 'JSON'}, found ${found === '' ? 'the end of the file' : JSON.stringify(quoted)}`;
}

/** Where the error begins; jsonc-parser takes blanks that are not JSON's, such as U+00A0, for its beginning. */
function offsetOfError(text: string, { offset, length }: NonNullable<SyntaxFinding['error']>): number {
  const found = text.slice(offset, offset + length);
  return offset + (found.length - found.trimStart().length) * Number(found.trim() !== '');
}
