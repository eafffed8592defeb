import type { Source } from '../model/feature';
import { cite } from './cite';
import type { ForceLine, TotalLine } from './forces-rows';
import type { Messages } from './messages';

/** A table of forces as text with tabs and headings, as a spreadsheet reads it: the lines in their order, then the totals. */
export function copyText(
  lines: readonly ForceLine[],
  totals: readonly TotalLine[],
  sources: readonly Source[],
  messages: Messages,
): string {
  const headings = [
    messages.force,
    messages.strength,
    messages.statusTitle,
    messages.place,
    messages.date,
    messages.basis,
    messages.notes,
    messages.sources,
  ];
  const cells = lines.map((line) => [
    line.force,
    line.strength,
    line.status,
    line.place,
    line.date,
    line.basis,
    line.notes.join(messages.semicolon),
    cite(line.sources, sources, messages)
      .map(({ text, url }) => (url === undefined ? text : `${text} ${url}`))
      .join(messages.semicolon),
  ]);
  return [headings, ...cells, ...totals.map(({ label, text }) => [label, text])]
    .map((row) => row.map(cellOf).join('\t'))
    .join('\n');
}

/** On one line, and never a formula to a spreadsheet. */
function cellOf(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replace(/^(?=[=+@-])/, "'");
}
