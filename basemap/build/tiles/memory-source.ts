import type { Source } from 'pmtiles';

/** A PMTiles source for the bytes of a whole archive, to read what was built. */
export function memorySource(bytes: Uint8Array): Source {
  return {
    getKey: () => 'memory',
    getBytes: (offset, length) => Promise.resolve({ data: bytes.slice(offset, offset + length).buffer }),
  };
}
