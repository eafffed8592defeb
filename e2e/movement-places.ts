/** A place that made-up movements go between. It is where it says; what happens there is made up. */
export interface MadeUpPlace {
  id: string;
  name: string;
  /** `[longitude, latitude]`. */
  position: [number, number];
  /** Metres within which the point is honest. */
  uncertainty: number;
  /** Known only as an area. */
  area: boolean;
}

/** Name, longitude and latitude of towns and bases that are a point on the map. */
const POINTS: readonly (readonly [string, number, number])[] = [
  ['Baghdad', 44.3661, 33.3152],
  ['Taji', 44.2567, 33.5262],
  ['Balad', 44.3616, 33.9402],
  ['Samarra', 43.8742, 34.1983],
  ['Tikrit', 43.6796, 34.6137],
  ['Kirkuk', 44.3922, 35.4681],
  ['Mosul', 43.1189, 36.335],
  ['Qayyarah', 43.1222, 35.7672],
  ['Erbil', 44.0092, 36.1911],
  ['Sulaymaniyah', 45.4375, 35.5613],
  ['Ramadi', 43.3009, 33.4206],
  ['Fallujah', 43.7861, 33.3538],
  ['Al Asad', 42.4412, 33.7856],
  ['Rutbah', 40.2835, 33.0372],
  ['Hillah', 44.4199, 32.4637],
  ['Najaf', 44.3147, 32.0003],
  ['Diwaniyah', 44.9254, 31.9929],
  ['Nasiriyah', 46.2573, 31.0439],
  ['Basra', 47.7804, 30.5085],
  ['Damascus', 36.2765, 33.5138],
  ['Aleppo', 37.1343, 36.2021],
  ['Raqqa', 39.0167, 35.9594],
  ['Hasakah', 40.7478, 36.5024],
  ['Tanf', 38.6186, 33.5066],
  ['Incirlik', 35.4259, 37.0021],
  ['Diyarbakir', 40.2158, 37.9136],
  ['Amman', 35.9284, 31.9454],
  ['Azraq', 36.7823, 31.8262],
  ['Kuwait City', 47.9743, 29.3697],
  ['Camp Arifjan', 48.1579, 28.878],
  ['Ali Al Salem', 47.5208, 29.3467],
  ['Kermanshah', 47.065, 34.3142],
  ['Ahvaz', 48.6842, 31.3183],
  ['Tehran', 51.389, 35.6892],
  ['Norfolk', -76.2859, 36.8508],
  ['Guam', 144.9239, 13.5834],
  ['Rota', -6.3494, 36.6452],
];

/** Name, longitude, latitude and radius in metres of what is known only as an area. */
const AREAS: readonly (readonly [string, number, number, number])[] = [
  ['Kuwait, no camp named', 47.6, 29.3, 90_000],
  ['Western Anbar', 41.2, 33.9, 60_000],
  ['Eastern Syria', 40.5, 35.1, 70_000],
  ['Southern Turkey', 38.5, 37.2, 80_000],
];

/** All places, the points before the areas. */
export const PLACES: readonly MadeUpPlace[] = [
  ...POINTS.map(([name, longitude, latitude]) => placeOf(name, [longitude, latitude], 2000, false)),
  ...AREAS.map(([name, longitude, latitude, radius]) => placeOf(name, [longitude, latitude], radius, true)),
];

function placeOf(name: string, position: [number, number], uncertainty: number, area: boolean): MadeUpPlace {
  const id = name.toLowerCase().replaceAll(/[^a-z]+/g, '-');
  return { id, name, position, uncertainty, area };
}
