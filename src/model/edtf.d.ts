declare module 'edtf' {
  /** Milliseconds UTC; ±Infinity where an end is open. */
  export default function edtf(text: string): { min: number; max: number };
}
