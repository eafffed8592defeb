import 'leaflet';
import type { Feature, FeatureCollection } from 'geojson';

/** What the bench uses of two plugins: one has no types, the other's package does not lead to them. */
declare module 'leaflet' {
  interface Timeline extends GeoJSON {
    setTime(time: number): void;
  }

  interface TimelineOptions extends GeoJSONOptions {
    getInterval(feature: Feature): { start: number; end: number; endExclusive?: boolean };
  }

  function timeline(data: FeatureCollection, options: TimelineOptions): Timeline;

  interface TimeDimension {
    setCurrentTime(time: number): void;
  }

  const timeDimension: {
    (options: { times: number[]; currentTime: number }): TimeDimension;
    layer: {
      geoJson(layer: GeoJSON, options: { timeDimension: TimeDimension; duration?: string }): Layer;
    };
  };
}
