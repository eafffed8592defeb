import { readFile } from 'node:fs/promises';
import type { AddProtocolAction } from 'maplibre-gl';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { registerArchive } from './archive';

const ADDRESS = 'https://example.org/world.pmtiles';
const file = readFile(new URL('../../basemap/world.pmtiles', import.meta.url));

/** A server of the archive that knows ranges, or does not. */
async function serve(ranges: boolean, init: RequestInit | undefined): Promise<Response> {
  const bytes = await file;
  const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(new Headers(init?.headers).get('range') ?? '') ?? [];
  if (!ranges || first === undefined) return new Response(new Uint8Array(bytes));
  return new Response(new Uint8Array(bytes.subarray(Number(first), Number(last) + 1)), { status: 206 });
}

function register() {
  const addProtocol = vi.fn<(scheme: string, action: AddProtocolAction) => void>();
  const archive = registerArchive({ addProtocol }, ADDRESS);
  const action = addProtocol.mock.calls[0]?.[1];
  if (!action) throw new Error('nothing was registered');
  const tile = async (path: string) => {
    const { data } = await action({ url: `pmtiles://${ADDRESS}/${path}`, type: 'arrayBuffer' }, new AbortController());
    return (data as Uint8Array).byteLength;
  };
  return { addProtocol, archive, tile };
}

describe('an archive', () => {
  afterEach(() => vi.unstubAllGlobals());

  test('is registered once', () => {
    const { addProtocol, archive } = register();
    expect(registerArchive({ addProtocol }, ADDRESS)).toBe(archive);
    expect(registerArchive({ addProtocol }, `${ADDRESS}?2`)).not.toBe(archive);
    expect(addProtocol).toHaveBeenCalledOnce();
  });

  test('is read by ranges: a view costs its tiles, and not the file', async () => {
    const { tile, archive } = register();
    let bytes = 0;
    const fetched = vi.fn(async (_: string, init?: RequestInit) => {
      const response = await serve(true, init);
      bytes += (await response.clone().arrayBuffer()).byteLength;
      return response;
    });
    vi.stubGlobal('fetch', fetched);
    expect(await archive.getHeader()).toMatchObject({ minZoom: 0, maxZoom: 6 });
    // Baghdad, and what lies about it.
    await Promise.all(['5/19/12', '5/20/12', '5/19/13', '5/20/13'].map(tile));
    expect(fetched.mock.calls.length).toBeLessThanOrEqual(6);
    expect(bytes).toBeLessThan((await file).byteLength / 10);
  });

  test('is fetched once as a whole where the server knows no ranges', async () => {
    const { tile } = register();
    const fetched = vi.fn((_: string, init?: RequestInit) => serve(false, init));
    vi.stubGlobal('fetch', fetched);
    const sizes = await Promise.all(['5/19/12', '5/20/12', '0/0/0'].map(tile));
    expect(Math.min(...sizes)).toBeGreaterThan(0);
    expect(fetched).toHaveBeenCalledOnce();
  });

  test('has nothing where it has no tile', async () => {
    const { tile } = register();
    vi.stubGlobal('fetch', (_: string, init?: RequestInit) => serve(true, init));
    expect(await tile('9/1/1')).toBe(0);
  });

  test('is not taken for what a page says that stands in its place', async () => {
    const { tile } = register();
    const fetched = vi.fn((_: string, init?: RequestInit) => serve(true, init));
    fetched.mockResolvedValueOnce(new Response('<html>Please log in'));
    vi.stubGlobal('fetch', fetched);
    await expect(tile('5/19/12')).rejects.toThrow(/no PMTiles archive/);
    await expect(tile('5/19/12')).resolves.toBeGreaterThan(0);
  });

  test('fails with a reason, and is fetched anew by the next request', async () => {
    const { tile } = register();
    const fetched = vi.fn((_: string, init?: RequestInit) => serve(true, init));
    fetched.mockResolvedValueOnce(new Response('', { status: 503, statusText: 'Busy' }));
    vi.stubGlobal('fetch', fetched);
    await expect(tile('5/19/12')).rejects.toThrow(/world.*503 Busy/);
    await expect(tile('5/19/12')).resolves.toBeGreaterThan(0);
  });
});
