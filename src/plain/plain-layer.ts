import { featureFilter, latest, normalizePropertyExpression } from '@maplibre/maplibre-gl-style-spec';
import type {
  LayerSpecification,
  StylePropertyExpression,
  StylePropertySpecification,
} from '@maplibre/maplibre-gl-style-spec';
import type { PlainFeature } from './tiles';

/** What is true of a feature at a date, as MapLibre's feature state has it. */
export type FeatureState = Record<string, unknown>;

/**
 * A layer of a style as MapLibre evaluates it: which features it draws at a zoom, and with which values (MapLibre style
 * specification). Like it, filters and layouts see the whole zooms of tiles only.
 */
export class PlainLayer {
  readonly layer: LayerSpecification;
  readonly #zoom: number;
  readonly #draws: (feature: PlainFeature) => boolean;
  readonly #properties = new Map<string, StylePropertyExpression>();

  constructor(layer: LayerSpecification, zoom: number) {
    this.layer = layer;
    this.#zoom = zoom;
    const { filter } = featureFilter('filter' in layer ? layer.filter : undefined, 'filter');
    this.#draws = (feature) => filter({ zoom: Math.floor(zoom) }, feature);
  }

  /** Whether it draws anything at all at this zoom. */
  get isDrawn(): boolean {
    const { minzoom = 0, maxzoom = 24 } = this.layer;
    return this.#zoom >= minzoom && this.#zoom < maxzoom && this.layer.layout?.visibility !== 'none';
  }

  /** Those features that its filter lets through. */
  filter(features: readonly PlainFeature[]): PlainFeature[] {
    return features.filter(this.#draws);
  }

  /** A paint property's value for a feature. */
  paint(name: string, feature?: PlainFeature, state: FeatureState = {}): unknown {
    return this.#evaluate('paint', name, this.#zoom, feature, state);
  }

  /** A layout property's value for a feature; `text-size` alone follows the zoom between whole ones. */
  layout(name: string, feature?: PlainFeature): unknown {
    return this.#evaluate('layout', name, name === 'text-size' ? this.#zoom : Math.floor(this.#zoom), feature, {});
  }

  #evaluate(
    group: 'paint' | 'layout',
    name: string,
    zoom: number,
    feature: PlainFeature | undefined,
    state: FeatureState,
  ): unknown {
    const known = this.#properties.get(name);
    const property = known ?? this.#property(group, name);
    if (!known) this.#properties.set(name, property);
    return property.evaluate({ zoom }, feature ?? { type: 'Point', properties: {}, parts: [] }, state);
  }

  #property(group: 'paint' | 'layout', name: string): StylePropertyExpression {
    const specifications = latest[`${group}_${this.layer.type}`] as Record<string, StylePropertySpecification>;
    const specification = specifications[name];
    if (!specification) throw new Error(`a ${this.layer.type} layer has no ${name}`);
    const values = (this.layer[group] ?? {}) as Record<string, unknown>;
    const value = values[name] ?? (specification as { default?: unknown }).default;
    return normalizePropertyExpression(value as never, name, specification);
  }
}
