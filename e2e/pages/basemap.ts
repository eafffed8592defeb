import { Map as MapLibre, addProtocol, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { registerArchive } from '../../src/map/archive';
import { OFFLINE_ARCHIVES, offlineStyle } from '../../src/map/offline-basemap';
import { fetchBasemap } from '../../src/map/other-basemap';
import { themeNamed } from '../../src/map/theme';
import type { BasemapLook, BasemapPage } from './basemap-protocol';
import { Pixels } from './pixels';

setWorkerUrl(workerUrl);
for (const url of OFFLINE_ARCHIVES) registerArchive({ addProtocol }, url);

const map = new MapLibre({
  container: 'map',
  style: { version: 8, sources: {}, layers: [] },
  interactive: false,
  attributionControl: false,
  fadeDuration: 0,
});

async function styleOf({ theme, lettering, projection = 'mercator', archive }: BasemapLook) {
  const colours = themeNamed(theme);
  const style = archive
    ? (await fetchBasemap(archive, lettering, new AbortController().signal)).style(colours)
    : offlineStyle(colours, lettering);
  return { ...style, projection: { type: projection }, transition: { duration: 0, delay: 0 } };
}

const page: BasemapPage = {
  show: async (look) => {
    const { center, zoom } = look;
    map.jumpTo({ center, zoom });
    map.setStyle(await styleOf(look), { diff: false });
    await map.once('style.load');
    await map.once('idle');
  },
  drawn: () => {
    const counts: Record<string, number> = {};
    for (const { layer } of map.queryRenderedFeatures()) counts[layer.id] = (counts[layer.id] ?? 0) + 1;
    return counts;
  },
  middle: () => {
    map.redraw();
    const { clientWidth, clientHeight } = map.getCanvas();
    return new Pixels(map).colourAt([clientWidth / 2, clientHeight / 2]);
  },
};

window.basemapPage = page;
