import type { LineString, Position } from 'geojson';
import { mesh } from 'topojson-client';
import type { GeometryObject } from 'topojson-specification';
import { mapFeature, type MapFeature } from '../feature.ts';
import { isWithin, type Bounds } from '../geometry/bounds.ts';
import { edges } from '../geometry/ring.ts';
import { countryAtlas, type CountryAtlas, type CountryProperties, type Scale } from './atlas.ts';
import { DISPUTES, type Dispute } from './disputes.ts';

/** Borders between countries, without coasts: Natural Earth's, `disputed` where our list says so. */
export function borders(scale: Scale): MapFeature<LineString>[] {
  const atlas = countryAtlas(scale);
  const plain = borderLines(atlas, (one, other) => !DISPUTES.some((dispute) => isBetween(dispute, one, other)));
  const parts = DISPUTES.map((dispute) => disputedBorder(atlas, dispute));
  return [
    ...[...plain, ...parts.flatMap(({ undisputed }) => undisputed)].map((line) => border(line, {})),
    ...parts.flatMap(({ disputed }) => disputed).map((line) => border(line, { disputed: true })),
  ];
}

/** The border that a dispute is about, in the lines that are disputed and those beyond its bounds, which are not. */
export function disputedBorder(
  atlas: CountryAtlas,
  dispute: Dispute,
): { disputed: Position[][]; undisputed: Position[][] } {
  const { within } = dispute;
  const lines = borderLines(atlas, (one, other) => isBetween(dispute, one, other));
  if (!within) return { disputed: lines, undisputed: [] };
  const parts = lines.flatMap((line) => splitAt(line, within));
  return {
    disputed: parts.filter(({ inside }) => inside).map(({ line }) => line),
    undisputed: parts.filter(({ inside }) => !inside).map(({ line }) => line),
  };
}

function border(line: Position[], more: { disputed?: boolean }): MapFeature<LineString> {
  return mapFeature({ type: 'LineString', coordinates: line }, { kind: 'country', kind_detail: 2, ...more });
}

function borderLines(atlas: CountryAtlas, wanted: (one: string, other: string) => boolean): Position[][] {
  const lines = mesh(atlas, atlas.objects.countries as GeometryObject, (one, other) => {
    // A coast has the same country on both sides.
    if (one === other) return false;
    return wanted(nameOf(one), nameOf(other));
  });
  return lines.coordinates;
}

function nameOf({ properties }: GeometryObject): string {
  return (properties as CountryProperties).name;
}

function isBetween({ between: [first, second] }: Dispute, one: string, other: string): boolean {
  return (first === one && second === other) || (first === other && second === one);
}

/** The line in runs of edges whose middle is inside `bounds`, or is not. */
function splitAt(line: Position[], bounds: Bounds): { line: Position[]; inside: boolean }[] {
  const runs: { line: Position[]; inside: boolean }[] = [];
  for (const [start, end] of edges(line)) {
    const middle = [((start[0] ?? 0) + (end[0] ?? 0)) / 2, ((start[1] ?? 0) + (end[1] ?? 0)) / 2];
    const inside = isWithin(middle, bounds);
    const last = runs.at(-1);
    if (last?.inside === inside) last.line.push(end);
    else runs.push({ line: [start, end], inside });
  }
  return runs;
}
