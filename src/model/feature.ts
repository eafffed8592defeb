import type { Basemap } from './basemap';
import type { Foreign, Languages } from './languages';
import type { Geometry, Position } from 'geojson';
import type { When } from './when';
import type { Quantity } from './quantity';

/** Every kind of feature a layer may hold, in the order the legend shows them. */
export const KINDS = ['incident', 'movement', 'statement', 'context', 'place'] as const;
export type Kind = (typeof KINDS)[number];

/** How far a movement had come by one report, from least to most. */
export const STATUSES = ['on alert', 'announced', 'under way', 'arrived'] as const;
export type Status = (typeof STATUSES)[number];

/** A citation: the id of a source of the story (or a web address), and where in it. */
export interface SourceReference {
  id: string;
  /** Paragraph, page or time mark, as the author wrote it after `#`. */
  locator?: string;
}

/** A count of people or things, as one source gives it. Several stand side by side where sources disagree. */
export interface Count {
  /** One of COUNT_NAMES: `killed`, `injured`, `tents`, … */
  name: string;
  quantity: Quantity;
  /** Whose figure this is, in words, where the author says so. */
  by?: string;
  /** The source of this figure, where it is another than the feature's. */
  source?: SourceReference;
}

interface Shared {
  id: string;
  /** Id of the layer: its file's name without the extension. */
  layer: string;
  title: string;
  summary?: string;
  actors: string[];
  sources: SourceReference[];
  /** Cites the story's main report; what does not is added context. */
  reported: boolean;
  /** Symbol identification code of MIL-STD-2525 or APP-6, where the author gives one: its frame is a claim of theirs. */
  sidc?: string;
  /** Of its texts, by member. */
  foreign?: Foreign;
}

export interface Place extends Shared {
  kind: 'place';
  /** `null` where no source locates it. */
  geometry: Geometry | null;
  /** `[longitude, latitude]` to draw or fly to, or `null`. */
  point: Position | null;
  /** Radius in metres within which the point is honest (Darwin Core coordinateUncertaintyInMeters). */
  uncertainty?: number;
  /** Known only as an area: its soft shape is drawn and no symbol stands in its centre. */
  area: boolean;
  /** IANA name. */
  timeZone?: string;
  /** How the coordinate is known (Darwin Core georeferenceRemarks). */
  remarks?: string;
}

/** What incidents, statements and context share. */
export interface DatedFact extends Shared {
  kind: 'incident' | 'statement' | 'context';
  /** `null` where no source dates it. */
  when: When | null;
  /** Ids of the places it concerns; the first is its own. Empty where no source places it. */
  places: string[];
  /** The feature's own geometry, where it has one beside its place's. */
  geometry: Geometry | null;
  counts: Count[];
  speaker?: string;
}

/** One dated report of a movement; the series of them is the movement. */
export interface Report {
  when: When | null;
  status: Status;
  strength?: Quantity;
  /** Place id of the end this report knows, or undefined. */
  from?: string;
  to?: string;
  sources: SourceReference[];
  reported: boolean;
  note?: string;
  foreign?: Foreign;
  /** The vertex of the movement's track at which it had arrived by this report. */
  reached?: number;
}

/** When a force was at each vertex of its line, as in OGC MF-JSON (19-045r3, Trajectory). */
export interface Track {
  /** Milliseconds of the local calendar, as `When.order`; one a vertex, ascending. */
  times: number[];
  /** The author chose that it moves evenly between two vertices; else it stays at one until it is at the next. */
  linear: boolean;
}

export interface Movement extends Shared {
  kind: 'movement';
  /** Drawn as given where the author has a LineString; else from `from` to `to`. */
  geometry: Geometry | null;
  unit?: string;
  /** Id of the movement whose force includes this one, so that no total counts it twice. */
  partOf?: string;
  /** In order of date; at least one. */
  reports: Report[];
  counts: Count[];
  /** Of a line whose vertices are dated. */
  track?: Track;
}

export type DatedFeature = DatedFact | Movement;
export type Feature = Place | DatedFeature;

export interface Source {
  id: string;
  title: string;
  publisher?: string;
  url?: string;
  archivedUrl?: string;
  date?: string;
  kind?: string;
}

export interface Layer {
  /** The file's name without its extension. */
  id: string;
  /** Relative to story.json. */
  file: string;
  title: string;
  foreign?: Foreign;
  /** Shown when the page opens. */
  on: boolean;
}

export interface Story {
  title: string;
  standfirst?: string;
  /** Of its title and standfirst, by member. */
  foreign?: Foreign;
  /** In which its texts are read. */
  languages?: Languages;
  published?: string;
  timeZone?: string;
  /** Id of the main source. */
  report?: string;
  sources: Source[];
  layers: Layer[];
  /** `[west, south, east, north]` in degrees. */
  bounds?: [number, number, number, number];
  /** Opening date, EDTF. */
  date?: string;
  basemap?: Basemap;
}
