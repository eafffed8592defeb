import type { Source, SourceReference } from '../model/feature';
import type { Messages } from './messages';
import { formatSourceDate } from './format';

/** A citation in words, and where to read it. */
export interface Cited {
  /** The whole title. */
  title: string;
  /** Publisher, date and place in the source: "Fox News, 1 Jan 2020, ¶13". */
  text: string;
  /** Only where it is an address that a browser opens without running anything. */
  url?: string;
}

/** The citations in words, in their order. One that is no source of the story is a web address, and its own title. */
export function cite(references: readonly SourceReference[], sources: readonly Source[], messages: Messages): Cited[] {
  return references.map(({ id, locator }) => {
    const source: Source = sources.find((each) => each.id === id) ?? { id, title: id, url: id };
    const date = source.date && formatSourceDate(source.date, messages);
    const parts = [messages.quote(source.publisher ?? source.title), date, locator && messages.sourceLocator(locator)];
    const cited = { title: source.title, text: parts.filter((part) => part).join(messages.comma) };
    return source.url !== undefined && isSafe(source.url) ? { ...cited, url: source.url } : cited;
  });
}

/** True for an address that a browser opens without running anything. */
export function isSafe(url: string): boolean {
  return /^(https?:\/\/|mailto:)/i.test(url);
}
