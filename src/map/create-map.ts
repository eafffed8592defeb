import {
  AttributionControl,
  Map as MapLibre,
  NavigationControl,
  ScaleControl,
  addProtocol,
  setWorkerUrl,
} from 'maplibre-gl';
import type { StyleSpecification } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { registerArchive } from './archive';
import { FRAME_PADDING } from './camera';
import type { MapViewOptions } from './map-view-options';
import { OFFLINE_ARCHIVES } from './offline-basemap';

/** Below this width in pixels the credits are folded. */
const NARROW = 640;

/** A MapLibre map with its controls, that pans and zooms and does not turn. Throws where the browser has no WebGL2. */
export function createMap(options: MapViewOptions, style: StyleSpecification, maxZoom: number): MapLibre {
  setWorkerUrl(workerUrl);
  for (const url of OFFLINE_ARCHIVES) registerArchive({ addProtocol }, url);
  const { camera, bounds } = options;
  const map = new MapLibre({
    container: options.container,
    style,
    maxZoom,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    attributionControl: false,
    cooperativeGestures: options.cooperative,
    locale: options.locale,
    fadeDuration: 0,
    // The first style is the offline basemap's, which tests hold against the specification.
    validateStyle: false,
    ...(camera
      ? { center: [camera.longitude, camera.latitude], zoom: camera.zoom }
      : bounds
        ? { bounds: [...bounds], fitBoundsOptions: { padding: FRAME_PADDING } }
        : {}),
  });
  drawSkyWhereThereIsOne(map);
  placeWordsAnew(map);
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  const [start, end] = options.direction === 'rtl' ? (['right', 'left'] as const) : (['left', 'right'] as const);
  map.addControl(new NavigationControl({ showCompass: false }), `top-${start}`);
  for (const unit of ['imperial', 'metric'] as const)
    map.addControl(new ScaleControl({ maxWidth: 90, unit }), `bottom-${start}`);
  const compact = options.container.clientWidth < NARROW;
  map.addControl(new AttributionControl({ compact }), `bottom-${end}`);
  if (compact) foldCredits(map, options.container);
  return map;
}

/**
 * MapLibre draws a sky over every pixel of every frame, be it a style's own or a clear one: without a graphics card,
 * that costs more than any layer of the basemap.
 */
function drawSkyWhereThereIsOne(map: MapLibre): void {
  const replace = () => {
    const { drawFunctions } = map.painter;
    map.painter.drawFunctions = { ...drawFunctions, sky: (...frame) => map.getSky() && drawFunctions.sky(...frame) };
  };
  replace();
  // Another context has another painter.
  map.on('webglcontextrestored', replace);
}

/**
 * MapLibre lets words stay on the side of their point where they came to be, so that a view would look otherwise by the
 * way that led to it, and by which of its files came first: here the same view has the same words in the same places.
 */
function placeWordsAnew(map: MapLibre): void {
  map.on('style.load', () => {
    const { style } = map;
    const place = style._updatePlacement.bind(style);
    style._updatePlacement = (...view) => {
      const before = style.placement as typeof style.placement | undefined;
      if (!before) return place(...view);
      const { variableOffsets } = before;
      before.variableOffsets = {};
      const isUnderWay = place(...view);
      // It is drawn until another is ready.
      before.variableOffsets = variableOffsets;
      return isUnderWay;
    };
  });
}

/**
 * On a small map the credits open at a touch. MapLibre shows them open and would fold them at the first move of the map;
 * here they are folded as soon as there are any, before they are seen.
 */
function foldCredits(map: MapLibre, container: HTMLElement): void {
  const fold = () => {
    const credits = container.querySelector('.maplibregl-ctrl-attrib.maplibregl-compact');
    if (!credits) return;
    credits.classList.remove('maplibregl-compact-show');
    credits.removeAttribute('open');
    map.off('styledata', fold);
    map.off('sourcedata', fold);
  };
  map.on('styledata', fold);
  map.on('sourcedata', fold);
}
