import { Map as MapLibre, setWorkerUrl } from 'maplibre-gl';
import type { StyleSpecification } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Position } from 'geojson';
import { FONT_FACES } from '../../src/map/font-faces';
import { Movements } from '../../src/map/movements';
import { layersOverLabels, layersUnderLabels } from '../../src/map/story-layers';
import { storySources } from '../../src/map/story-sources';
import { chronicleOf, type Chronicle } from '../../src/model/chronicle';
import { shownBy } from '../../src/model/facet';
import type { Moment } from '../../src/model/moment';
import { messagesIn } from '../../src/ui/languages/en';
import { formatForce } from '../../src/ui/format';
import type { MovementLook, MovementPage, MovementSpec } from './movement-protocol';
import { Pixels } from './pixels';

interface OpenMap {
  map: MapLibre;
  movements: Movements;
  chronicle: Chronicle;
  ground: string;
  moment: Moment;
  context: boolean;
}

let open: OpenMap | undefined;

function opened(): OpenMap {
  if (!open) throw new Error('no map is open');
  return open;
}

function styleOf(
  { projection, ground, theme }: MovementSpec,
  chronicle: Chronicle,
  movements: Movements,
): StyleSpecification {
  return {
    version: 8,
    'font-faces': structuredClone(FONT_FACES),
    projection: { type: projection },
    sources: { ...storySources(chronicle, movements.sources) },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': ground } },
      ...layersUnderLabels(theme),
      ...layersOverLabels(theme).filter(({ id }) => id === 'story-numbers'),
    ],
    transition: { duration: 0, delay: 0 },
  };
}

function show(look: MovementLook): void {
  const { map, movements, chronicle } = opened();
  if (look.camera) map.jumpTo(look.camera);
  Object.assign(
    opened(),
    look.moment && { moment: look.moment },
    look.context === undefined || { context: look.context },
  );
  const { moment, context } = opened();
  const filter = { hiddenLayers: new Set<string>(), hiddenKinds: new Set<never>(), context };
  movements.draw({ moment, shown: shownBy(filter, chronicle.columns.layers), past: true });
  if (look.focus) movements.focus(look.focus);
}

/** Draws a look here and now, not waiting for the browser's next frame, and reads it. */
function drawn(look: MovementLook): Pixels {
  show(look);
  const { map } = opened();
  map.redraw();
  return new Pixels(map);
}

async function rest(): Promise<void> {
  const { map, movements } = opened();
  movements.label(map);
  const idle = map.once('idle');
  map.triggerRepaint();
  await idle;
}

/** Where the map says that a place is, in the copy of the world that is nearest to its middle. */
function pointOf([longitude = 0, latitude = 0]: Position): [number, number] {
  const { map } = opened();
  const near = longitude + 360 * Math.round((map.getCenter().lng - longitude) / 360);
  const { x, y } = map.project([near, latitude]);
  return [x, y];
}

const page: MovementPage = {
  open: async (spec) => {
    const container = document.createElement('div');
    container.style.cssText = `width: ${spec.width}px; height: ${spec.height}px`;
    document.body.replaceChildren(container);
    const chronicle = chronicleOf(spec.features, spec.layers);
    const movements = new Movements(chronicle, spec.theme, (entry, whole) =>
      formatForce(entry, whole, messagesIn('en-GB')),
    );
    const map = new MapLibre({
      container,
      style: styleOf(spec, chronicle, movements),
      interactive: false,
      attributionControl: false,
      fadeDuration: 0,
      maxPitch: 0,
      ...spec.look.camera,
    });
    open = { map, movements, chronicle, ground: spec.ground, moment: spec.look.moment, context: true };
    await map.once('style.load');
    map.addLayer(movements.layer, 'story-numbers');
    show(spec.look);
    await rest();
  },
  show: async (look) => {
    show(look);
    await rest();
  },
  labels: async (look = {}) => {
    show(look);
    await rest();
    const placed = opened().map.queryRenderedFeatures({ layers: ['story-numbers'] });
    return [...new Set(placed.map(({ properties }) => String(properties['label'])))].sort();
  },
  sample: (look, places) => {
    const pixels = drawn(look);
    return places.map((place) => pixels.colourAt(pointOf(place)));
  },
  inked: (look) => drawn(look).unlike(Number.parseInt(opened().ground.slice(1), 16)),
  movementAt: (place, east, reach) => {
    const { map, movements, chronicle } = opened();
    const [x, y] = pointOf(place);
    const row = movements.rowAt(map, { x: x + east, y }, reach);
    return row === undefined ? undefined : chronicle.details.entry(row)?.feature.id;
  },
  film: async (look, places) => {
    const { map } = opened();
    const frames: number[][] = [];
    const read = () => {
      const pixels = new Pixels(map);
      frames.push(places.map((place) => pixels.colourAt(pointOf(place))));
    };
    map.on('render', read);
    show(look);
    await rest();
    map.off('render', read);
    return frames;
  },
  lose: async () => {
    const { map, movements } = opened();
    const extension = map.painter.context.gl.getExtension('WEBGL_lose_context');
    if (!extension) throw new Error('the browser cannot lose a context on purpose');
    const lost = map.once('webglcontextlost');
    extension.loseContext();
    await lost;
    const restored = map.once('webglcontextrestored').then(() => map.once('styledata'));
    // What was lost may be asked for again only once the browser has told of it.
    setTimeout(() => extension.restoreContext());
    await restored;
    map.addLayer(movements.layer, 'story-numbers');
    await rest();
  },
};

setWorkerUrl(workerUrl);
window.movementPage = page;
