/**
 * Colours of the map in one theme, as CSS hex colours. The basemap's are near grey, because colour is for data only;
 * the data's have at least 3:1 contrast with `land`, and all words at least 4.5:1 (WCAG 2.2, 1.4.3 and 1.4.11).
 */
export interface Theme {
  /** Whether light things lie on a dark ground. */
  dark: boolean;

  land: string;
  /** Sea and lakes alike: where two sources disagree on a shore, one colour hides the quarrel. */
  water: string;
  coast: string;
  river: string;
  border: string;
  /** The pale band under a border that lifts it off rivers and provinces. */
  borderBand: string;
  region: string;
  cityDot: string;
  /** The ground of towns. */
  builtUp: string;
  /** Airfields, bases and other grounds of their own. */
  site: string;
  /** Roads seen from afar, as a thin line; near by they are `road` within `roadCasing`. */
  distantRoad: string;
  road: string;
  roadCasing: string;
  runway: string;

  countryLabel: string;
  cityLabel: string;
  regionLabel: string;
  /** Airfields, bases and other sites. */
  siteLabel: string;
  districtLabel: string;
  roadLabel: string;
  /** Seas, lakes and rivers. */
  waterLabel: string;
  /** Around words on land. */
  halo: string;

  incident: string;
  movement: string;
  statement: string;
  context: string;
  /** Rings and names of the story's places. */
  place: string;
  /** Numbers on a movement's line: its colour, deep enough to read. */
  movementText: string;
  /** The outline that parts a symbol or a line from what lies under it. */
  casing: string;
  /** Around what is selected. */
  ring: string;
}

/** Names of the themes, as the `theme` parameter of the URL has them. */
export type ThemeName = 'light' | 'dark';

/** Tol's "vibrant" scheme (SRON/EPS/TN/09-002): apart from each other for colour-blind eyes, and clear on both grounds. */
const vibrant = { incident: '#CC3311', movement: '#0077BB', statement: '#009988', context: '#EE3377' };

/** Dark ink on paper. */
export const lightTheme: Theme = {
  dark: false,
  land: '#f4f2ee',
  water: '#cdd7dc',
  coast: '#bcc7cc',
  river: '#b2c1c9',
  border: '#a39b95',
  borderBand: '#ebe7e1',
  region: '#cdc7bf',
  cityDot: '#7b7670',
  builtUp: '#e9e5dd',
  site: '#e2ddd3',
  distantRoad: '#d8d2c8',
  road: '#fdfcfa',
  roadCasing: '#d2ccc2',
  runway: '#c9c4bb',
  countryLabel: '#69645e',
  cityLabel: '#55524d',
  regionLabel: '#716c65',
  siteLabel: '#5f6170',
  districtLabel: '#65605a',
  roadLabel: '#66615b',
  waterLabel: '#4d5d67',
  halo: '#f8f6f3',
  ...vibrant,
  place: '#1d2126',
  movementText: '#00568a',
  casing: '#fdfcfa',
  ring: '#1d2126',
};

/** Pale ink on charcoal. */
export const darkTheme: Theme = {
  dark: true,
  land: '#1f1f1f',
  water: '#12181c',
  coast: '#363e43',
  river: '#3b4951',
  border: '#635e58',
  borderBand: '#292826',
  region: '#423f3b',
  cityDot: '#8f8a83',
  builtUp: '#282726',
  site: '#312f2c',
  distantRoad: '#383634',
  road: '#3f3c39',
  roadCasing: '#1a1a1a',
  runway: '#4d4a46',
  countryLabel: '#a09b94',
  cityLabel: '#b9b5ae',
  regionLabel: '#8b8780',
  siteLabel: '#9a9cac',
  districtLabel: '#a39e97',
  roadLabel: '#a19c95',
  waterLabel: '#7f919c',
  halo: '#191919',
  ...vibrant,
  place: '#ece9e3',
  movementText: '#6cb9ea',
  casing: '#121212',
  ring: '#f4f2ee',
};

/** The theme of a name. */
export function themeNamed(name: ThemeName): Theme {
  return name === 'dark' ? darkTheme : lightTheme;
}
