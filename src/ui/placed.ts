import type { Place } from '../model/feature';
import { formatDistance } from './format';
import type { Messages } from './messages';

/** How surely a place is known, in words; nothing where its author says nothing of it. */
export function placed({ point, uncertainty, area }: Place, messages: Messages): string {
  if (!point) return messages.notLocated;
  if (uncertainty === undefined) return '';
  const distance = formatDistance(uncertainty, messages);
  return area ? messages.knownAsArea(distance) : messages.placedWithin(distance);
}
