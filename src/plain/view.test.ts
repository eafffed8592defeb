import { describe, expect, it } from 'vitest';
import { FRAME_PADDING } from '../map/camera';
import { boundsOfView, pixelOf, plainViewOf } from './view';

const SIZE = { width: 800, height: 400 };

describe('plainViewOf', () => {
  it('frames bounds in the middle, with room at the tighter edges', () => {
    const view = plainViewOf(SIZE, { bounds: [40, 28, 50, 36] });
    const [left, top] = pixelOf(view, [40, 36]);
    const [right, bottom] = pixelOf(view, [50, 28]);
    expect(top).toBeCloseTo(FRAME_PADDING);
    expect(bottom).toBeCloseTo(SIZE.height - FRAME_PADDING);
    expect(left).toBeCloseTo(SIZE.width - right);
    expect(left).toBeGreaterThan(FRAME_PADDING);
  });

  it('puts a camera in the middle, at its zoom', () => {
    const view = plainViewOf(SIZE, { camera: { zoom: 6, latitude: 33, longitude: 44 } });
    const [x, y] = pixelOf(view, [44, 33]);
    expect([x, y, view.world]).toEqual([expect.closeTo(400), expect.closeTo(200), 512 * 64]);
  });

  it('never shows more than the world from north to south', () => {
    const view = plainViewOf({ width: 400, height: 2000 }, { bounds: [-170, -80, 170, 80] });
    expect(view.world).toBeCloseTo(2000);
    expect(view.top).toBe(0);
    expect(plainViewOf(SIZE, { camera: { zoom: 3, latitude: 84, longitude: 0 } }).top).toBe(0);
  });

  it('comes no nearer than the basemap goes', () => {
    expect(plainViewOf(SIZE, { bounds: [44, 33, 44, 33] }).zoom).toBe(14);
  });
});

it('pixelOf goes the shorter way round the world', () => {
  const view = plainViewOf(SIZE, { camera: { zoom: 3, latitude: 0, longitude: 179 } });
  const [x] = pixelOf(view, [-179, 0]);
  expect(x).toBeCloseTo(400 + (2 / 360) * view.world);
});

it('boundsOfView says what of the earth is in view', () => {
  const { west, south, east, north } = boundsOfView(plainViewOf(SIZE, { bounds: [40, 28, 50, 36] }));
  expect(west).toBeLessThan(40);
  expect(east).toBeGreaterThan(50);
  expect(north).toBeGreaterThan(36);
  expect(south).toBeLessThan(28);
  expect((west + east) / 2).toBeCloseTo(45);
});
