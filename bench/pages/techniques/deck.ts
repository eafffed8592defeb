import { DataFilterExtension } from '@deck.gl/extensions';
import { ScatterplotLayer } from '@deck.gl/layers';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import type { Map as MapLibre } from 'maplibre-gl';
import { COLORS, type DayRange } from '../../scene';
import { fetchEvents, type EventsByDay } from '../events-file';
import { createMap, settleMap } from '../maplibre-map';
import { colorOf, webglScreen } from '../screen';
import type { Technique } from '../technique';

/** deck.gl's scatterplot in MapLibre's own picture; the graphics card filters by `filterRange`. */
export function deck(): Technique {
  const extensions = [new DataFilterExtension({ filterSize: 1 })];
  const overlay = new MapLibreOverlay({ interleaved: true, layers: [] });
  let map: MapLibre;
  let radius: number;
  let data: ReturnType<typeof attributesOf>;

  /** A new layer with the same data: deck.gl compares, and sets what differs, which is the range. */
  const show = ({ from, to }: DayRange) => {
    const layer = new ScatterplotLayer({
      id: 'events',
      data,
      radiusUnits: 'pixels',
      getRadius: radius,
      stroked: false,
      extensions,
      filterRange: [from, to],
      // All lie at one height: only their order says which is on top.
      parameters: { depthCompare: 'always', depthWriteEnabled: false },
    });
    overlay.setProps({ layers: [layer] });
  };

  return {
    async load(request) {
      const [created, events] = await Promise.all([createMap(request), fetchEvents(request.url)]);
      map = created;
      radius = request.radius;
      data = attributesOf(events);
      map.addControl(overlay);
      show(request.days);
      return webglScreen(map.getCanvas());
    },
    step: show,
    repaint: () => map.triggerRepaint(),
    settle: () => settleMap(map),
  };
}

/** The events as binary attributes, which deck.gl's guide to performance recommends for many. */
function attributesOf({ features, days }: EventsByDay) {
  const length = features.length;
  const positions = new Float32Array(length * 2);
  const colors = new Uint8Array(length * 4);
  for (const [index, { geometry, properties }] of features.entries()) {
    positions.set(geometry.coordinates, index * 2);
    colors.set([...colorOf(COLORS[properties.kind]), 255], index * 4);
  }
  return {
    length,
    attributes: {
      getPosition: { value: positions, size: 2 },
      getFillColor: { value: colors, size: 4, normalized: true },
      getFilterValue: { value: Float32Array.from(days), size: 1 },
    },
  };
}
