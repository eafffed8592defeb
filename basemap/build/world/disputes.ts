import type { Bounds } from '../geometry/bounds.ts';

/** A border that one side, or much of the world, does not hold for settled. */
export interface Dispute {
  /** Both sides by their names in world-atlas. */
  between: readonly [string, string];
  /** Where only a part of their border is disputed: what lies in these bounds. */
  within?: Bounds;
  /** What is disputed. */
  reason: string;
}

/**
 * The borders that are set apart on the map. Natural Earth draws who holds a place; this list says where that is
 * contested. It holds what is most argued over and is in the data as a line between two territories: Abkhazia, South
 * Ossetia and Transnistria are not, and neither is what changed hands in Ukraine since 2022.
 */
export const DISPUTES: readonly Dispute[] = [
  {
    between: ['Morocco', 'W. Sahara'],
    reason: 'Morocco holds most of Western Sahara, which the UN lists as not yet decolonised',
  },
  { between: ['Somalia', 'Somaliland'], reason: 'Somaliland has declared its independence, which Somalia rejects' },
  { between: ['Cyprus', 'N. Cyprus'], reason: 'Northern Cyprus is recognised by Turkey alone' },
  { between: ['Cyprus', 'Cyprus U.N. Buffer Zone'], reason: 'Ceasefire line of 1974' },
  { between: ['N. Cyprus', 'Cyprus U.N. Buffer Zone'], reason: 'Ceasefire line of 1974' },
  { between: ['Serbia', 'Kosovo'], reason: 'Serbia does not recognise the independence of Kosovo' },
  { between: ['Israel', 'Palestine'], reason: 'Armistice line of 1949; the West Bank and Gaza were occupied in 1967' },
  {
    between: ['Israel', 'Syria'],
    reason: 'Ceasefire line of 1974 in the Golan, which Israel annexed and few recognise as its own',
  },
  {
    between: ['Israel', 'Lebanon'],
    within: [35.6, 33.2, 36, 33.5],
    reason: 'Edge of the occupied Golan, with the Shebaa farms',
  },
  {
    between: ['India', 'Pakistan'],
    within: [73.2, 32.3, 77.2, 35.3],
    reason: 'Line of Control and working boundary in Kashmir',
  },
  { between: ['India', 'Siachen Glacier'], reason: 'Held by India, claimed by Pakistan' },
  { between: ['Pakistan', 'Siachen Glacier'], reason: 'Held by India, claimed by Pakistan' },
  { between: ['China', 'Siachen Glacier'], reason: 'The Shaksgam valley, held by China and claimed by India' },
  { between: ['China', 'Pakistan'], reason: 'India claims the land on both sides' },
  {
    between: ['China', 'India'],
    reason: 'Line of Actual Control: Aksai Chin in the west, Arunachal Pradesh in the east',
  },
  { between: ['Bhutan', 'China'], reason: 'Never agreed; Doklam among other stretches' },
  { between: ['Sudan', 'S. Sudan'], within: [27.3, 9.2, 29.7, 10.4], reason: 'Abyei, claimed by both' },
  {
    between: ['Egypt', 'Sudan'],
    within: [33.1, 21.5, 37, 22.5],
    reason: 'The Halaib triangle, held by Egypt and claimed by Sudan',
  },
  { between: ['Kenya', 'S. Sudan'], within: [34.3, 4.4, 36, 5.6], reason: 'The Ilemi triangle' },
  { between: ['Russia', 'Ukraine'], within: [31, 45.4, 36, 46.4], reason: 'Crimea, which Russia annexed in 2014' },
  { between: ['Guyana', 'Venezuela'], reason: 'Venezuela claims Guyana west of the Essequibo' },
  { between: ['Guyana', 'Suriname'], within: [-58.2, 1.8, -56.4, 3.4], reason: 'The Tigri area' },
  { between: ['Belize', 'Guatemala'], reason: 'Guatemala claims the south of Belize' },
  {
    between: ['Cambodia', 'Thailand'],
    within: [102.9, 14.1, 105.2, 14.5],
    reason: 'Preah Vihear and other temples on the ridge',
  },
];
