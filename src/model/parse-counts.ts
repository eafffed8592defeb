import { readSources, type Citable } from './citation';
import type { Count } from './feature';
import { present, type Properties } from './properties';
import { COUNT_NAMES } from './quantity';

const COUNTS: ReadonlySet<string> = new Set(COUNT_NAMES);

/** Every property named in COUNT_NAMES: a quantity, or an array of `{value, by, source}` where sources differ. */
export function readCounts(properties: Properties, citable: Citable): Count[] {
  if (!properties.hasAny(COUNTS)) return [];
  return COUNT_NAMES.flatMap((name): Count[] => {
    if (!properties.has(name)) return [];
    const items = properties.items(name);
    if (!items.some(({ value }) => typeof value === 'object' && value !== null)) {
      if (items.length > 0 && Array.isArray(properties.value(name))) {
        properties.note(name, 'expected a count or an array of {value, by, source}, found an array of plain values');
        return [];
      }
      const quantity = properties.quantity(name);
      return quantity ? [{ name, quantity }] : [];
    }
    return properties.records(name, 'an object {value, by, source}').flatMap((figure) => {
      if (figure.value('value') === undefined) figure.note('value', 'expected a count, found nothing');
      const quantity = figure.quantity('value');
      const [source] = readSources(figure, 'source', citable);
      return quantity ? [{ name, quantity, ...present({ by: figure.words('by'), source }) }] : [];
    });
  });
}
