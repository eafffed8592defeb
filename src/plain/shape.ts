/** A path of a plain map, in pixels of its view. */
export interface PathShape {
  form: 'path';
  /** SVG path data, one decimal. */
  d: string;
  /** Where the path's own origin lies, and by how much it is scaled; not if not said. */
  at?: readonly [x: number, y: number, scale: number];
  fill?: string;
  stroke?: string;
  /** Pixels of the stroke across. */
  width?: number;
  /** Lengths of dashes and gaps in pixels. */
  dashes?: readonly number[];
  /** 0 to 1, 1 if not said. */
  opacity?: number;
  /** Of the stroke alone, beside that of the whole. */
  strokeOpacity?: number;
  cap?: 'butt' | 'round' | 'square';
  join?: 'miter' | 'round' | 'bevel';
}

/** A circle that fades out to its edge. */
export interface SoftShape {
  form: 'soft';
  x: number;
  y: number;
  /** Pixels. */
  radius: number;
  colour: string;
  /** At its middle, 0 to 1. */
  opacity: number;
}

/** Words in lines, each set about `x` as `anchor` says; `y` is the baseline of the first. */
export interface TextShape {
  form: 'text';
  x: number;
  y: number;
  lines: readonly string[];
  anchor: 'start' | 'middle' | 'end';
  /** A font of the map, see `FONT_FACES`. */
  font: string;
  /** Pixels. */
  size: number;
  lineHeight: number;
  /** Between letters. */
  spacing?: number;
  colour: string;
  halo?: string;
  /** Pixels on each side. */
  haloWidth?: number;
  opacity?: number;
}

/** What a plain map is drawn of, in order. */
export type Shape = PathShape | SoftShape | TextShape;
