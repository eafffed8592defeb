/** What is measured, ours first: names as the command line, the table and the JSON have them. */
export const TECHNIQUES = [
  'dateline',
  'setFilter',
  'global-state',
  'setData',
  'deck.gl',
  'leaflet',
  'leaflet.timeline',
  'leaflet.timedimension',
] as const;
export type TechniqueName = (typeof TECHNIQUES)[number];
