declare module 'polylabel' {
  /** The point inside a polygon that is farthest from its edge, to within `precision`. */
  export default function polylabel(polygon: [number, number][][], precision?: number): [number, number];
}
