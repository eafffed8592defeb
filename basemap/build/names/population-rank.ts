/** The steps of the Protomaps schema. */
const STEPS = [0, 200, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5, 2e5, 5e5, 1e6, 5e6, 1e7, 2e7, 5e7, 1e8, 1e9];

/** Rank by population in the Protomaps schema: 1 for the smallest, 12 from a million, 18 from a thousand millions. */
export function populationRank(population: number): number {
  return STEPS.filter((step) => population >= step).length;
}
