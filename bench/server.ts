import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pipeline } from 'node:stream';

const CONTENT_TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.geojson': 'application/geo+json',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.png': 'image/png',
};
const HEADERS = {
  // Only an isolated page may measure its memory.
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  // Each row fetches everything itself.
  'cache-control': 'no-store',
};

/** A server on this machine, for this run only. */
export interface BenchServer {
  /** Such as `http://127.0.0.1:4000`. */
  origin: string;
  /** Bytes sent since it was last asked, or since the start. */
  takeBytes(): number;
  close(): void;
}

/** Serves the files of a site from memory, and the GeoJSON files of a folder as `/data/NAME`. */
export async function startServer(
  site: ReadonlyMap<string, string | Uint8Array>,
  dataFolder: string,
): Promise<BenchServer> {
  let bytes = 0;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = pathname === '/' ? 'index.html' : decodeURIComponent(pathname.slice(1));
    const content = site.get(name);
    const file = path.join(dataFolder, path.basename(name));
    if (content !== undefined) {
      const body = Buffer.from(content as string);
      bytes += body.length;
      respond(response, name, body.length).end(body);
    } else if (name.startsWith('data/') && existsSync(file)) {
      const stream = createReadStream(file);
      // Whoever asked may have left half-way: only what was sent counts.
      stream.on('data', (chunk) => (bytes += chunk.length));
      pipeline(stream, respond(response, name, statSync(file).size), () => undefined);
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    takeBytes() {
      const taken = bytes;
      bytes = 0;
      return taken;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function respond(response: ServerResponse, name: string, length: number): ServerResponse {
  const type = CONTENT_TYPES[path.extname(name)] ?? 'application/octet-stream';
  return response.writeHead(200, { ...HEADERS, 'content-type': type, 'content-length': length });
}
