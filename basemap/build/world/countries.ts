import type { MultiPolygon, Polygon } from 'geojson';
import polylabel from 'polylabel';
import { feature } from 'topojson-client';
import { pointFeature, type MapFeature } from '../feature.ts';
import { cutAtAntimeridian } from '../geometry/antimeridian.ts';
import { polygonsOf, polygonSquareKilometres, type Ring } from '../geometry/ring.ts';
import { nameFields } from '../names/names.ts';
import { populationRank } from '../names/population-rank.ts';
import { territories, territoriesByNumber, type Territory } from '../names/territories.ts';
import { countryAtlas } from './atlas.ts';

/** Zooms at which countries get their names, by the least area in 1000 km². */
const ZOOM_BY_AREA: readonly [area: number, zoom: number][] = [
  [1800, 0],
  [480, 1],
  [140, 3],
  [36, 4],
];
const LAST_ZOOM = 5;
/** Those that ISO 3166-1 has no number for, by their names in world-atlas. */
const UNNUMBERED: Record<string, string> = { Kosovo: 'XK' };

/** Points where names of countries stand: inside each one's largest part, as far from its edge as can be. */
export function countryNames(): MapFeature[] {
  return [...countryParts()].map(([territory, parts]) => countryName(territory, parts));
}

/** The polygons of each country. Some are several countries in the data, such as Australia and its reefs. */
function countryParts(): Map<Territory, Ring[][]> {
  const atlas = countryAtlas('50m');
  const byNumber = territoriesByNumber();
  const byCode = territories();
  const parts = new Map<Territory, Ring[][]>();
  for (const { id, properties, geometry } of feature(atlas, atlas.objects.countries).features) {
    const territory = byNumber.get(String(id)) ?? byCode.get(UNNUMBERED[properties.name] ?? '');
    if (!territory) continue;
    const polygons = polygonsOf(geometry as Polygon | MultiPolygon).flatMap(cutAtAntimeridian);
    parts.set(territory, [...(parts.get(territory) ?? []), ...polygons]);
  }
  return parts;
}

function countryName({ english, arabic, population }: Territory, polygons: Ring[][]): MapFeature {
  const areas = polygons.map(polygonSquareKilometres);
  const largest = polygons[areas.indexOf(Math.max(...areas))] ?? [];
  const [longitude, latitude] = polylabel(largest as [number, number][][], 0.05);
  const total = areas.reduce((sum, area) => sum + area, 0);
  return pointFeature([longitude, latitude], {
    kind: 'country',
    kind_detail: 'country',
    ...nameFields(english, arabic),
    population,
    population_rank: populationRank(population),
    min_zoom: ZOOM_BY_AREA.find(([area]) => total / 1000 > area)?.[1] ?? LAST_ZOOM,
  });
}
