import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.geojson': 'application/geo+json',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
/** What is small already, or is read by ranges, is sent as it is. */
const PACKED = /^(text|application\/(geo\+)?json|image\/svg)/;
/** Files of this folder have their content's hash in their name. */
const HASHED = '/assets/';

/** A site on this machine, for this run only. */
export interface SiteServer {
  /** Such as `http://127.0.0.1:4290/`. */
  address: string;
  close(): void;
}

interface Answer {
  status: number;
  headers: OutgoingHttpHeaders;
  body?: Uint8Array;
}

/**
 * Serves a folder as a static host does: texts packed with gzip, archives by ranges (RFC 9110 §14), and what has a hash
 * in its name to be kept for good. Port 0 is any that is free.
 */
export async function serveSite(folder: string, port: number): Promise<SiteServer> {
  /** Packed once: the processor is the page's that is measured. */
  const packed = new Map<string, Uint8Array>();
  const server = createServer((request, response) => {
    void answer(folder, request, packed)
      // An address that cannot be read is none of the site's.
      .catch((): Answer => ({ status: 400, headers: {} }))
      .then((given) => send(request, response, given));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: chosen } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${chosen}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function send(request: IncomingMessage, response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { ...headers, 'content-length': body?.byteLength ?? 0 });
  response.end(request.method === 'HEAD' ? undefined : body);
}

async function answer(folder: string, request: IncomingMessage, packed: Map<string, Uint8Array>): Promise<Answer> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const file = path.join(folder, pathname.endsWith('/') ? `${pathname}index.html` : decodeURIComponent(pathname));
  const content = file.startsWith(folder + path.sep) ? await readFile(file).catch(() => undefined) : undefined;
  if (!content) return { status: 404, headers: {} };
  const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
  const headers: OutgoingHttpHeaders = {
    'content-type': type,
    'cache-control': pathname.includes(HASHED) ? 'public, max-age=31536000, immutable' : 'public, max-age=0',
    'accept-ranges': 'bytes',
    'access-control-allow-origin': '*',
  };
  const range = rangeOf(request.headers.range, content.length);
  if (range === 'none') return { status: 416, headers: { 'content-range': `bytes */${content.length}` } };
  if (range) {
    const [first, last] = range;
    const part = `bytes ${first}-${last}/${content.length}`;
    return { status: 206, headers: { ...headers, 'content-range': part }, body: content.subarray(first, last + 1) };
  }
  if (!PACKED.test(type) || !/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) {
    return { status: 200, headers, body: content };
  }
  const body = packed.get(file) ?? gzipSync(content);
  packed.set(file, body);
  return { status: 200, headers: { ...headers, 'content-encoding': 'gzip', vary: 'accept-encoding' }, body };
}

/** The first and last byte that a Range header wants of so many; `none` where they are beyond the end. */
function rangeOf(header: string | undefined, length: number): [number, number] | 'none' | undefined {
  const wanted = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!wanted || wanted[0] === 'bytes=-') return undefined;
  const [, from = '', to = ''] = wanted;
  if (from === '') return length > 0 ? [Math.max(0, length - Number(to)), length - 1] : 'none';
  const [first, last] = [Number(from), to === '' ? length - 1 : Math.min(Number(to), length - 1)];
  return first <= last ? [first, last] : 'none';
}
