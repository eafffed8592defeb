/** The devices that Lighthouse imitates. */
export const FORMS = ['desktop', 'mobile'] as const;
export type Form = (typeof FORMS)[number];

/** Lighthouse's categories that are measured. */
export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Category = (typeof CATEGORIES)[number];

/** The figures that are printed, and their audits. */
export const FIGURES = {
  FCP: 'first-contentful-paint',
  SI: 'speed-index',
  LCP: 'largest-contentful-paint',
  TBT: 'total-blocking-time',
  CLS: 'cumulative-layout-shift',
} as const;
export type Figure = keyof typeof FIGURES;

/** An audit that counts for its category and has not all its points. */
export interface Loss {
  id: string;
  title: string;
  /** What Lighthouse found, in its own words; empty where it says nothing. */
  found: string;
  /** Of 100, what the category loses by it. */
  points: number;
}

/** One load of the page. */
export interface Run {
  form: Form;
  /** Of 100. */
  scores: Record<Category, number>;
  losses: Record<Category, Loss[]>;
  /** In milliseconds; CLS has no unit. */
  figures: Record<Figure, number>;
  /** Each thing that moved, in words. */
  shifts: string[];
  /** What the main thread did, the longest first. */
  work: { name: string; milliseconds: number }[];
  /** Lighthouse's own measure of how fast the machine is just now. */
  benchmark: number;
  warnings: string[];
}
