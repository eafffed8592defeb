import { gzip, joined } from './bytes.ts';

/** Where tiles are: `runLength` equal tiles in a row from `tileId` on; 0 means that the entry points to a leaf directory. */
export interface Entry {
  tileId: number;
  runLength: number;
  offset: number;
  length: number;
}

/** One directory if it fits into `room` bytes, else one of leaves, which grow until it does. */
export function directories(entries: readonly Entry[], room: number): { root: Uint8Array; leaves: Uint8Array } {
  let root = directory(entries);
  let leaves: Uint8Array = new Uint8Array();
  for (let size = 4096; root.length > room; size *= 2) {
    const parts: Uint8Array[] = [];
    const pointers: Entry[] = [];
    let offset = 0;
    for (let start = 0; start < entries.length; start += size) {
      const part = directory(entries.slice(start, start + size));
      pointers.push({ tileId: entries[start]?.tileId ?? 0, runLength: 0, offset, length: part.length });
      parts.push(part);
      offset += part.length;
    }
    root = directory(pointers);
    leaves = joined(parts);
  }
  return { root, leaves };
}

function directory(entries: readonly Entry[]): Uint8Array {
  const bytes: number[] = [];
  const put = (value: number) => {
    for (; value >= 128; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
    bytes.push(value);
  };
  put(entries.length);
  entries.forEach(({ tileId }, index) => put(tileId - (entries[index - 1]?.tileId ?? 0)));
  for (const { runLength } of entries) put(runLength);
  for (const { length } of entries) put(length);
  entries.forEach(({ offset }, index) => {
    const before = entries[index - 1];
    put(before && offset === before.offset + before.length ? 0 : offset + 1);
  });
  return gzip(Uint8Array.from(bytes));
}
