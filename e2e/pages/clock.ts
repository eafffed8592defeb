import { Map as MapLibre, setWorkerUrl } from 'maplibre-gl';
import type { StyleSpecification } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Position } from 'geojson';
import { ClockLayer } from '../../src/map/clock-layer';
import { mercatorOf } from '../../src/model/mercator';
import { Pixels } from './pixels';
import type { ClockPage, Look, MapSpec } from './protocol';
import { columnsOfScene, crowdOf } from './scene';
import { countUploads } from './uploads';

interface OpenMap {
  map: MapLibre;
  layer: ClockLayer;
}

/** CSS pixels round a place in which its symbol is looked for. */
const REACH = 15;

const maps = new Map<string, OpenMap>();
const uploads = countUploads();

function opened(name: string): OpenMap {
  const open = maps.get(name);
  if (!open) throw new Error(`no map is named ${name}`);
  return open;
}

function addLayers({ map, layer }: OpenMap): void {
  map.addLayer(layer.underlay);
  map.addLayer(layer);
}

function show({ map, layer }: OpenMap, { camera, clock, rings, theme, ground }: Look): void {
  if (camera) map.jumpTo(camera);
  if (clock) layer.show({ ...clock, shown: { ...clock.shown, bits: Uint32Array.from(clock.shown.bits) } });
  if (rings) layer.ring(rings.map(({ at, strength }) => ({ place: stepsOf(at), strength })));
  if (theme) layer.setTheme(theme);
  if (ground !== undefined) map.setPaintProperty('ground', 'background-color', ground);
}

function stepsOf(place: Position): [number, number] {
  const steps = mercatorOf(place);
  if (!steps) throw new RangeError('a ring beyond the edge of the map');
  return steps;
}

/** Draws a look here and now, not waiting for the browser's next frame, and reads it. */
function drawn(open: OpenMap, look: Look): Pixels {
  show(open, look);
  open.map.redraw();
  return new Pixels(open.map);
}

/** Waits for the frame that shows what was asked for. */
function rendered<T>(map: MapLibre, read: () => T): Promise<T> {
  return new Promise((resolve) => {
    void map.once('render', () => resolve(read()));
    map.triggerRepaint();
  });
}

function coloursAt(pixels: Pixels, points: [number, number][]): number[] {
  return points.map((point) => pixels.colourAt(point));
}

/** Where the map says that a place is, in the copy of the world that is nearest to its middle. */
function pointOf({ map }: OpenMap, [longitude = 0, latitude = 0]: Position): [number, number] {
  const near = longitude + 360 * Math.round((map.getCenter().lng - longitude) / 360);
  const { x, y } = map.project([near, latitude]);
  return [x, y];
}

async function open(name: string, spec: MapSpec): Promise<number> {
  const { marks, look, projection, width, height, pixelRatio, crowd = 0 } = spec;
  const container = document.createElement('div');
  container.style.cssText = `width: ${width}px; height: ${height}px`;
  document.body.append(container);
  const style: StyleSpecification = {
    version: 8,
    projection: { type: projection },
    sources: {},
    layers: [{ id: 'ground', type: 'background', paint: { 'background-color': look.ground } }],
    transition: { duration: 0, delay: 0 },
  };
  const map = new MapLibre({
    container,
    style,
    interactive: false,
    attributionControl: false,
    maxPitch: 0,
    ...look.camera,
    ...(pixelRatio === undefined ? {} : { pixelRatio }),
  });
  const layer = new ClockLayer(columnsOfScene([...marks, ...crowdOf(crowd)]), look.theme);
  maps.set(name, { map, layer });
  await map.once('style.load');
  addLayers({ map, layer });
  show({ map, layer }, look);
  return new Promise(
    (resolve) => void map.once('idle', () => resolve(new Pixels(map).colourAt([width / 2, height / 2]))),
  );
}

function remove(name: string): void {
  const { map } = opened(name);
  map.remove();
  map.getContainer().remove();
  maps.delete(name);
}

async function watch(name: string, looks: Look[], points: [number, number][]) {
  const frames: { look: number; colours: number[] }[] = [];
  const { map, layer } = opened(name);
  let current = -1;
  const read = () => frames.push({ look: current, colours: coloursAt(new Pixels(map), points) });
  map.on('render', read);
  for (const [index, look] of looks.entries()) {
    // Before the map's own turn in a frame, after it, and between frames.
    if (index % 3 < 2) await new Promise(requestAnimationFrame);
    if (index % 3 === 1) await Promise.resolve();
    if (index % 3 === 2) await new Promise((resolve) => setTimeout(resolve, index % 7));
    current = index;
    show({ map, layer }, look);
    await rendered(map, () => {});
    await rendered(map, () => {});
  }
  map.off('render', read);
  return frames;
}

async function lose(name: string, look: Look = {}): Promise<void> {
  const { map, layer } = opened(name);
  const extension = map.painter.context.gl.getExtension('WEBGL_lose_context');
  if (!extension) throw new Error('the browser cannot lose a context on purpose');
  const lost = map.once('webglcontextlost');
  extension.loseContext();
  await lost;
  show({ map, layer }, look);
  const restored = map.once('webglcontextrestored').then(() => map.once('styledata'));
  // What was lost may be asked for again only once the browser has told of it.
  setTimeout(() => extension.restoreContext());
  await restored;
  addLayers({ map, layer });
  await map.once('idle');
}

const page: ClockPage = {
  open,
  remove,
  shoot: async (name, look = {}) => {
    show(opened(name), look);
    const { map } = opened(name);
    return (await rendered(map, () => new Pixels(map))).fingerprint();
  },
  weigh: (name, looks) =>
    looks.map(({ look, place }) => {
      const pixels = drawn(opened(name), look);
      const at = pointOf(opened(name), place);
      return { at, ...pixels.symbolAt(at, REACH) };
    }),
  sample: (name, looks, points) => looks.map((look) => coloursAt(drawn(opened(name), look), points)),
  sampleAt: (name, looks) =>
    looks.map(({ look, places }) => {
      const pixels = drawn(opened(name), look);
      return coloursAt(
        pixels,
        places.map((place) => pointOf(opened(name), place)),
      );
    }),
  watch,
  project: (name, places) => places.map((place) => pointOf(opened(name), place)),
  lose,
  uploads,
};

setWorkerUrl(workerUrl);
window.clockPage = page;
