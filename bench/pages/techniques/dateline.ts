import type { Map as MapLibre } from 'maplibre-gl';
import { loadStory } from '../../../src/app/load';
import { ClockLayer, type Clock } from '../../../src/map/clock-layer';
import { lightTheme } from '../../../src/map/theme';
import { shownBy, type Shown } from '../../../src/model/facet';
import { DAY, FIRST_DATE, type DayRange, type EventMode } from '../../scene';
import { createMap, settleMap } from '../maplibre-map';
import { webglScreen } from '../screen';
import type { Technique } from '../technique';

const NOTHING_HIDDEN = { hiddenLayers: new Set<string>(), hiddenKinds: new Set<never>(), context: true };

/** Dateline's own layer and its own reader: a step moves the clock of what the graphics card holds. */
export function dateline(): Technique {
  let map: MapLibre;
  let layer: ClockLayer;
  let shown: Shown;
  let mode: EventMode;
  const technique: Technique = {
    async load(request) {
      mode = request.mode;
      const [created, loaded] = await Promise.all([createMap(request), loadStory(request.url)]);
      technique.held = loaded;
      map = created;
      shown = shownBy(
        NOTHING_HIDDEN,
        loaded.story.layers.map(({ id }) => id),
      );
      layer = new ClockLayer(loaded.chronicle.columns, lightTheme);
      map.addLayer(layer.underlay);
      map.addLayer(layer);
      layer.show(clockOf(request.days, mode, shown));
      return webglScreen(map.getCanvas());
    },
    step: (days) => layer.show(clockOf(days, mode, shown)),
    repaint: () => map.triggerRepaint(),
    settle: () => settleMap(map),
  };
  return technique;
}

/** The days as a clock: a window is all now and hides the past; a last day is now and dims what came before. */
function clockOf({ from, to }: DayRange, mode: EventMode, shown: Shown): Clock {
  const first = FIRST_DATE / DAY;
  const moment = { from: first + (mode === 'window' ? from : to), to: first + to + 1 };
  return { moment, shown, past: mode === 'cumulative' };
}
