import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { Place } from '../model/feature';
import { FIRST_LABEL_LAYER, basemapStyle } from './basemap';
import { layersOverLabels, layersUnderLabels } from './story-layers';
import type { StorySources } from './story-sources';
import type { Theme } from './theme';

/**
 * The whole style of a map: basemap, the story's areas and lines, the basemap's labels, then the story's symbols and
 * names. A city that is a place of the story is named once, by the story.
 */
export function storyStyle(
  theme: Theme,
  language: string,
  sources: StorySources,
  places: ReadonlyMap<string, Place>,
): StyleSpecification {
  const basemap = basemapStyle(theme, language);
  const names = [...places.values()].map((place) => place.title);
  const layers = basemap.layers.map((layer) => (layer.id === 'city-names' ? withoutNames(layer, names) : layer));
  const firstLabel = layers.findIndex((layer) => layer.id === FIRST_LABEL_LAYER);
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

function withoutNames(layer: LayerSpecification, names: string[]): LayerSpecification {
  if (layer.type !== 'symbol') return layer;
  const unnamed: ExpressionSpecification = ['!', ['in', ['get', 'name:en'], ['literal', names]]];
  const filter = layer.filter as ExpressionSpecification | undefined;
  return { ...layer, filter: filter ? ['all', filter, unnamed] : unnamed };
}
