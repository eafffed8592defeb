import type { Draft } from './draft';
import type { Place } from './feature';
import { representativePoint } from './geometry';
import { describeValue } from './problem';
import { present, type Properties } from './properties';
import { readTimeZone } from './time-zone';

/** Reads what only a place has: where it is, within how many metres, and its time zone. Notes what is wrong. */
export function parsePlace({ properties, geometry, shared }: Draft): Place {
  const { id, layer, title, summary, actors, sources, reported, sidc } = shared;
  // Written out, as spreading `shared` takes longer than all the rest.
  const place: Place = {
    id,
    layer,
    title,
    actors,
    sources,
    reported,
    kind: 'place',
    geometry,
    point: (geometry && representativePoint(geometry)) ?? null,
    area: properties.flag('area') ?? false,
  };
  if (summary !== undefined) place.summary = summary;
  if (sidc !== undefined) place.sidc = sidc;
  return Object.assign(
    place,
    present({
      uncertainty: readUncertainty(properties),
      timeZone: readTimeZone(properties),
      remarks: properties.words('georeferenceRemarks', 'remarks'),
    }),
  );
}

/** Darwin Core's coordinateUncertaintyInMeters: https://dwc.tdwg.org/terms/#dwc:coordinateUncertaintyInMeters */
function readUncertainty(properties: Properties): number | undefined {
  const name = 'coordinateUncertaintyInMeters';
  const value = properties.value(name);
  if (value === undefined) return undefined;
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value;
  properties.note(name, `expected metres, 0 or more, found ${describeValue(value)}`);
  return undefined;
}
