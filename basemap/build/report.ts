import { createHash } from 'node:crypto';

/** A line about a file: its name, size in bytes and SHA-256. */
export function reportLine(name: string, bytes: Uint8Array): string {
  return `${name.padEnd(18)} ${String(bytes.length).padStart(9)}  ${createHash('sha256').update(bytes).digest('hex')}`;
}
