import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { Place } from '../model/feature';
import { layersOverLabels, layersUnderLabels } from './story-layers';
import type { StorySources } from './story-sources';
import type { Theme } from './theme';

/** The basemap's layers that name what may be a place of the story. */
const NAMED_ONCE = /^(?!basemap-).*-(city|district|site)-names$/;
/** The story's lowest layer: marks and movements lie above it, and below the names that follow. */
export const GROUND_LAYER = 'story-areas';

/**
 * The whole style of a map: basemap, the story's areas and lines, the basemap's labels, then the story's symbols and
 * names. What is a place of the story too is named once, by the story.
 */
export function storyStyle(
  basemap: StyleSpecification,
  theme: Theme,
  sources: StorySources,
  places: ReadonlyMap<string, Place>,
): StyleSpecification {
  const names = [...places.values()].map((place) => place.title);
  const layers = basemap.layers.map((layer) => (NAMED_ONCE.test(layer.id) ? withoutNames(layer, names) : layer));
  const firstLabel = layers.findLastIndex(({ type }) => type !== 'symbol') + 1;
  return {
    ...basemap,
    sources: { ...basemap.sources, ...sources },
    layers: [
      ...layers.slice(0, firstLabel),
      ...layersUnderLabels(theme),
      ...layers.slice(firstLabel),
      ...layersOverLabels(theme),
    ],
  };
}

/** Id of the layer of a {@link storyStyle} before which marks and movements go. */
export function firstNameLayer({ layers }: StyleSpecification): string | undefined {
  return layers[layers.findIndex(({ id }) => id === GROUND_LAYER) + 1]?.id;
}

function withoutNames(layer: LayerSpecification, names: string[]): LayerSpecification {
  if (layer.type !== 'symbol') return layer;
  const shown = (layer.layout?.['text-field'] ?? '') as ExpressionSpecification;
  const isNamed = (name: ExpressionSpecification): ExpressionSpecification => ['in', name, ['literal', names]];
  // The story may be in the map's language, or not.
  const unnamed: ExpressionSpecification = ['!', ['any', isNamed(['get', 'name:en']), isNamed(shown)]];
  const filter = layer.filter as ExpressionSpecification | undefined;
  return { ...layer, filter: filter ? ['all', filter, unnamed] : unnamed };
}
