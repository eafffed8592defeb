import type { Feature as GeoFeature, FeatureCollection, Point, Position } from 'geojson';
import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import type { Chronicle } from '../model/chronicle';
import { drawnState } from '../model/columns';
import { FORMS } from '../model/marks';
import { positionOf } from '../model/mercator';
import { pointOnLine } from './arc';
import type { Clock } from './clock-layer';
import { faintness, type Focus, type ShownLeg } from './leg-states';
import type { Theme } from './theme';
import { plainSymbol, unitSymbol, unitSymbolName, type UnitSymbol } from './unit-symbol';

/** A unit's symbol on the map. */
export interface UnitProperties {
  sidc: string;
  /** Of its entry. */
  row: number;
  opacity: number;
  /** The higher, the later it is drawn. */
  rank: number;
}

type UnitFeatures = FeatureCollection<Point, UnitProperties>;

const UNIT = FORMS.indexOf('unit');
const PAST = 0.6;

/**
 * The symbols of units at a date, where a report puts them: at their marks; of a line at its end once the force arrived,
 * else at its start, and of a track at the point that it had reached. Never in the middle of a way that no source dates.
 */
export function unitFeatures(
  shown: readonly ShownLeg[],
  { columns, units, details }: Chronicle,
  { moment, shown: filter, past }: Clock,
  focus: Focus = {},
): UnitFeatures {
  const features: GeoFeature<Point, UnitProperties>[] = [];
  const add = (row: number, at: Position | undefined) => {
    const state = drawnState(columns, row, moment, filter);
    const sidc = units.get(row);
    if (!at || sidc === undefined || state === 'absent' || (state === 'past' && !past)) return;
    const opacity = (state === 'past' ? PAST : 1) * faintness(focus, details.entry(row)?.feature.id ?? '');
    const properties = { sidc, row, opacity, rank: row + (state === 'now' ? columns.length : 0) };
    features.push({ type: 'Feature', geometry: { type: 'Point', coordinates: at }, properties });
  };
  if (units.size === 0) return { type: 'FeatureCollection', features };
  const { entry, x, y, form, length } = columns.marks;
  for (let mark = 0; form && mark < length; mark++) {
    if (form[mark] === UNIT) add(entry[mark] ?? 0, positionOf(x[mark] ?? 0, y[mark] ?? 0));
  }
  for (const { leg, state, to } of shown) if (state !== 'trail') add(leg.row, placeOn(leg, to, details));
  return { type: 'FeatureCollection', features };
}

function placeOn(
  { row, status, course }: ShownLeg['leg'],
  to: number,
  details: Chronicle['details'],
): Position | undefined {
  const isTrack = details.entry(row)?.report?.reached !== undefined;
  return pointOnLine(course.line, isTrack ? to : status === 'arrived' ? 1 : 0);
}

/** The symbols of a story's units on a map. Their library is loaded once one of them is shown, and never else. */
export class Units {
  /** By name; undefined while it is being made. */
  readonly #symbols = new Map<string, UnitSymbol | undefined>();
  #data: UnitFeatures = { type: 'FeatureCollection', features: [] };
  /** Shows what was last asked for, with what symbols there are. */
  #again: () => void = () => {};

  /** As a style's source has them. */
  get data(): UnitFeatures {
    return this.#data;
  }

  /** Shows these units, in the colours of a theme; those whose symbol has to be made first follow by themselves. */
  show(map: MapLibre, units: UnitFeatures, theme: Theme): void {
    this.#again = () => {
      this.show(map, units, theme);
    };
    const source = map.getSource<GeoJSONSource>('units');
    if (!source || (units.features.length === 0 && this.#data.features.length === 0)) return;
    const features = units.features.flatMap((feature) => {
      const name = unitSymbolName(feature.properties.sidc, theme);
      const symbol = this.#symbols.get(name);
      if (!symbol) {
        if (!this.#symbols.has(name)) void this.#make(name, feature.properties.sidc, theme);
        return [];
      }
      if (!map.hasImage(name)) map.addImage(name, symbol.image, { pixelRatio: symbol.pixelRatio });
      return [{ ...feature, properties: { ...feature.properties, icon: name, offset: symbol.offset } }];
    });
    const changed = JSON.stringify(features) !== JSON.stringify(this.#data.features);
    this.#data = { type: 'FeatureCollection', features };
    if (changed) void source.setData(this.#data);
  }

  /** Where the library is out of reach, or knows no such symbol, a movement's own stands for it. */
  async #make(name: string, sidc: string, theme: Theme): Promise<void> {
    this.#symbols.set(name, undefined);
    const symbol = await unitSymbol(sidc, theme).catch(() => undefined);
    this.#symbols.set(name, symbol ?? plainSymbol(theme));
    this.#again();
  }
}
