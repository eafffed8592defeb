import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { STATUSES, type Status } from '../model/feature';
import { arcBetween, pathThrough } from '../map/arc';
import { courseOf } from '../map/course';
import { legRecipe } from '../map/leg-shaders';
import type { ShownLeg } from '../map/leg-states';
import type { Leg } from '../map/legs';
import { pickLineOf } from '../map/line-pick';
import { legShapes } from './legs';
import type { PathShape } from './shape';
import type { PlainView } from './view';
import type { ShaderData } from '../map/shader-parts';
import { lightTheme } from '../map/theme';

type Point = readonly [x: number, y: number];

/** The whole world, 1024 pixels round. */
const VIEW: PlainView = { width: 1024, height: 1024, zoom: 1, world: 1024, left: 0, top: 0 };
/** Along the equator, from the pixel (384, 512) to (640, 512). */
const EQUATOR: Position[] = [
  [-45, 0],
  [0, 0],
  [45, 0],
];
const [START, LENGTH, LEVEL] = [384, 256, 512];

interface Given extends Partial<Omit<ShownLeg, 'leg'>> {
  leg?: Partial<Leg>;
  line?: readonly Position[];
}

function shown({ leg = {}, line = EQUATOR, ...more }: Given = {}): ShownLeg {
  const width = leg.width ?? 6;
  const whole: Leg = {
    row: 0,
    movement: 'force',
    status: 'arrived',
    reported: true,
    people: 100,
    width,
    course: courseOf(line),
    pick: pickLineOf(line, width),
    ends: { from: 'free', to: 'free' },
    later: [],
    ...leg,
  };
  return { leg: whole, state: 'now', from: 0, to: 1, opacity: 1, thinning: 1, lit: false, ...more };
}

/** Its shapes by what they are: the ink has the movements' colour, and of the others the core comes after it. */
function drawn(given: Given = {}, view = VIEW) {
  const shapes = legShapes([shown(given)], view, lightTheme);
  const inked = shapes.findIndex(({ fill }) => fill === lightTheme.movement);
  return { shapes, casing: shapes[inked - 1], ink: shapes[inked], core: shapes[inked + 1] };
}

/** The closed outlines of a path, circles with many corners. */
function outlinesOf(shape: PathShape | undefined): Point[][] {
  return (shape?.d ?? '')
    .split('Z')
    .filter(Boolean)
    .map((part): Point[] => {
      const numbers = part.match(/-?[\d.]+/g)?.map(Number) ?? [];
      if (!part.includes('a'))
        return numbers.flatMap((x, index) => (index % 2 ? [] : [[x, numbers[index + 1] ?? NaN]]));
      const [x = NaN, y = NaN, radius = NaN, , , , sweep] = numbers;
      return Array.from({ length: 72 }, (_, corner): Point => {
        const angle = Math.PI + (sweep === 1 ? 1 : -1) * (corner / 36) * Math.PI;
        return [x + radius + radius * Math.cos(angle), y + radius * Math.sin(angle)];
      });
    });
}

/** By SVG's `nonzero` rule. */
function isInside(outlines: readonly Point[][], [x, y]: Point): boolean {
  let winding = 0;
  for (const outline of outlines) {
    for (const [index, [fromX, fromY]] of outline.entries()) {
      const [toX, toY] = outline[(index + 1) % outline.length] ?? [NaN, NaN];
      if (fromY <= y === toY <= y) continue;
      if (fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX) > x) winding += fromY <= y ? 1 : -1;
    }
  }
  return winding !== 0;
}

const xsOf = (outline: readonly Point[] = []) => outline.map(([x]) => x);
const ysOf = (outline: readonly Point[] = []) => outline.map(([, y]) => y);
const spanOf = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
/** The lengths along the equator of all outlines but the head's, which is widest. */
function stretches(shape: PathShape | undefined): number[] {
  const outlines = outlinesOf(shape);
  const widest = Math.max(...outlines.map((outline) => spanOf(ysOf(outline))));
  return outlines.filter((outline) => spanOf(ysOf(outline)) < widest).map((outline) => spanOf(xsOf(outline)));
}
/** How wide a shape is across the equator at an x, in pixels. */
function widthAt(shape: PathShape | undefined, x: number): number {
  const outlines = outlinesOf(shape);
  const steps = Array.from({ length: 800 }, (_, step) => LEVEL - 20 + (step + 0.5) / 20);
  return steps.filter((y) => isInside(outlines, [x, y])).length / 20;
}

describe('legShapes', () => {
  it('draws a solid line as wide as its force is strong, in its rim, with the head at its end', () => {
    const { shapes, casing, ink } = drawn();
    expect(shapes.map(({ fill, opacity }) => [fill, opacity])).toEqual([
      [lightTheme.casing, 0.82],
      [lightTheme.movement, 1],
    ]);
    expect(widthAt(ink, 400)).toBeCloseTo(6, 0.1);
    expect(widthAt(casing, 400)).toBeCloseTo(6 + 2 * 1.7, 0.1);
    expect(stretches(ink)).toHaveLength(1);
    const xs = outlinesOf(ink).flatMap(xsOf);
    expect([Math.min(...xs), Math.max(...xs)]).toEqual([START, START + LENGTH]);
    expect(spanOf(outlinesOf(ink).flatMap(ysOf))).toBeCloseTo(2 * (3 * 0.62 + 5.2), 0);
  });

  it('keeps clear of what stands at the ends, on a short line in proportion', () => {
    const ends = { from: 'unit', to: 'symbol' } as const;
    const xs = outlinesOf(drawn({ leg: { ends } }).ink).flatMap(xsOf);
    expect([Math.min(...xs), Math.max(...xs)]).toEqual([START + 18, START + LENGTH - 13]);
    const short = drawn({ leg: { ends }, line: EQUATOR.map(([east = 0]) => [east / 8, 0]) });
    const ys = outlinesOf(short.ink).flatMap(ysOf);
    const shortXs = outlinesOf(short.ink).flatMap(xsOf);
    const share = 32 / (18 + 13 + 7.06 * 1.75 * 1.9);
    expect(Math.abs(spanOf(ys) - 2 * 7.06 * share)).toBeLessThan(0.15);
    expect(Math.min(...shortXs)).toBeCloseTo(START + LENGTH / 2 - 16 + 18 * share, 0);
    expect(Math.max(...shortXs)).toBeCloseTo(START + LENGTH / 2 + 16 - 13 * share, 0);
  });

  it('is dashed under way, dotted once announced and dotted far apart on alert', () => {
    const dashes = stretches(drawn({ leg: { status: 'under way' } }).ink);
    expect(dashes.slice(0, -1).every((dash) => Math.abs(dash - 14) < 0.15)).toBe(true);
    expect(dashes).toHaveLength(Math.ceil((LENGTH - 12) / 21.1));
    const dots = outlinesOf(drawn({ leg: { status: 'announced' } }).ink).slice(1);
    expect(dots[4]).toHaveLength(72);
    expect(spanOf(ysOf(dots[4]))).toBeCloseTo(6, 1);
    expect(Math.min(...xsOf(dots[1])) - Math.min(...xsOf(dots[0]))).toBeCloseTo(9.2, 0);
    const alert = outlinesOf(drawn({ leg: { status: 'on alert' } }).ink).slice(1);
    expect(Math.min(...xsOf(alert[1])) - Math.min(...xsOf(alert[0]))).toBeCloseTo(15.8, 0);
  });

  it('draws between the shares that it is to, and nothing of none', () => {
    const xs = outlinesOf(drawn({ from: 0.25, to: 0.5, leg: { ends: { from: 'unit', to: 'free' } } }).ink).flatMap(
      xsOf,
    );
    expect([Math.min(...xs), Math.max(...xs)]).toEqual([START + LENGTH / 4, START + LENGTH / 2]);
    expect(drawn({ from: 0.5, to: 0.5 }).shapes).toEqual([]);
    expect(drawn({ to: 0 }).shapes).toEqual([]);
    // The head of what has hardly left begins where the way does.
    const begun = outlinesOf(drawn({ to: 0.01 }).ink).flatMap(xsOf);
    expect(Math.min(...begun)).toBe(START);
    expect(Math.max(...begun)).toBeCloseTo(START + LENGTH / 100, 0);
  });

  it('fades where its whole way is but a few pixels, and is gone below four', () => {
    const over = (pixels: number) => drawn({ line: EQUATOR.map(([east = 0]) => [(east * pixels) / LENGTH, 0]) }).shapes;
    expect(over(3.9)).toEqual([]);
    expect(over(7).at(-1)?.opacity).toBeCloseTo(0.5, 2);
    expect(over(10).at(-1)?.opacity).toBe(1);
  });

  it('is wider where it stands out, and thin and without a rim where it recedes', () => {
    expect(widthAt(drawn({ lit: true }).ink, 400)).toBeCloseTo(7.5, 0.1);
    const { shapes, ink } = drawn({ thinning: 0.4, opacity: 0.2 });
    expect(shapes).toHaveLength(1);
    expect(widthAt(ink, 400)).toBeCloseTo(2.4, 0.1);
  });

  it('goes over the antimeridian, in every copy of the world that is in view', () => {
    const line = [...EQUATOR].map(([east = 0]): Position => [180 + east / 4, 0]);
    const xsIn = (view: PlainView) => drawn({ line }, view).shapes.flatMap((shape) => outlinesOf(shape).map(xsOf));
    const middles = xsIn(VIEW).map((xs) => (Math.min(...xs) + Math.max(...xs)) / 2);
    expect(middles.some((x) => x < 64)).toBe(true);
    expect(middles.some((x) => x > 1024 - 64)).toBe(true);
    expect(
      xsIn({ ...VIEW, left: 512 })
        .flat()
        .every((x) => x > 440 && x < 584),
    ).toBe(true);
    expect(xsIn({ ...VIEW, left: 512 })).toEqual(xsIn({ ...VIEW, left: -512 }));
    expect(xsIn({ ...VIEW, left: 200, width: 300 })).toEqual([]);
  });

  it('leaves out what is out of view, at any zoom', () => {
    const line = arcBetween([-78.95, 35.1], [48.1, 29.3]);
    const course = courseOf(line, true);
    const world = 512 * 2 ** 16;
    const pick = pickLineOf(line, 6);
    const [left, top] = [(pick.x[30] ?? NaN) * world - 400, (pick.y[30] ?? NaN) * world - 300];
    for (const status of STATUSES) {
      const { casing, ink } = drawn(
        { leg: { course, status }, line },
        { width: 800, height: 600, zoom: 16, world, left, top },
      );
      expect(isInside(outlinesOf(casing), [400, 300])).toBe(true);
      expect(ink?.d.length).toBeGreaterThan(30);
      expect(ink?.d.length).toBeLessThan(8_000);
      const points = outlinesOf(ink).flat();
      expect(Math.min(...points.flat())).toBeGreaterThan(-100);
      expect(Math.max(...points.flat())).toBeLessThan(900);
    }
  });

  it('keeps its width along a curve', () => {
    const line = arcBetween([-60, 20], [60, 30]);
    const { x, y } = pickLineOf(line, 6);
    const ink = outlinesOf(drawn({ leg: { course: courseOf(line, true) }, line }).ink);
    for (let vertex = 2; vertex < 56; vertex++) {
      const [east, south] = [
        (x[vertex + 1] ?? NaN) - (x[vertex - 1] ?? NaN),
        (y[vertex + 1] ?? NaN) - (y[vertex - 1] ?? NaN),
      ];
      const size = Math.hypot(east, south);
      const aside = (pixels: number): Point => [
        (x[vertex] ?? NaN) * 1024 - (south / size) * pixels,
        (y[vertex] ?? NaN) * 1024 + (east / size) * pixels,
      ];
      expect([-3.5, -2.6, 2.6, 3.5].map((pixels) => isInside(ink, aside(pixels)))).toEqual([false, true, true, false]);
    }
  });

  it('keeps its width round a corner, and crosses itself', () => {
    const { line } = pathThrough([
      [-60, 0],
      [60, 0],
      [60, 50],
      [0, 50],
      [0, -50],
    ]);
    const ink = outlinesOf(drawn({ line }).ink);
    expect(isInside(ink, [512, 512])).toBe(true);
    const corner = 512 + 1024 / 6;
    expect(isInside(ink, [corner + 2.7, 512 + 2.7])).toBe(true);
    expect(isInside(ink, [corner + 3.3, 512])).toBe(false);
    expect(isInside(ink, [corner - 3.3, 512 - 3.3])).toBe(false);
  });
});

/** Of a leg along the equator: what of it is at a point, as the fragment shader works it out. */
function shaderAt(
  { leg, from, to, thinning, lit }: ShownLeg,
  [x, y]: Point,
): 'ink' | 'casing' | 'core' | 'edge' | 'none' {
  const room = {
    from: { free: 0, symbol: 6, unit: 18 }[leg.ends.from],
    to: { free: 0, symbol: 13, unit: 21 }[leg.ends.to],
  };
  const halfWidth = Math.max(0.75, (leg.width / 2) * thinning) + (lit ? 0.75 : 0);
  const halfHead = halfWidth * 0.62 + 5.2 * (0.6 + 0.4 * thinning);
  const share = Math.min(1, LENGTH / (room.from + room.to + halfHead * 1.75 * 1.9));
  const size = { x: Math.min(halfWidth, halfHead * share * 0.7), y: halfHead * share, z: halfHead * 1.75 * share };
  const smooth = Math.min(1, Math.max(0, (thinning - 0.4) / 0.35));
  const casing = 1.7 * smooth * smooth * (3 - 2 * smooth);
  const across = Math.abs(y - LEVEL);
  const gone = x - START - from * LENGTH - (from > 0 ? 0 : room.from * share);
  const rest = to * LENGTH - (x - START) - room.to * share * to;
  const ends = Math.max(-gone, size.z * 0.7 - rest);
  const shaft = Math.max(across - size.x, ends);
  const sides = (across * size.z - rest * size.y) / Math.hypot(size.y, size.z);
  const notch = rest - size.z * 0.76 - (across * 0.24 * size.z) / size.y;
  const tip = Math.max(sides, notch, -gone);
  const whole = Math.min(tip, shaft);
  const radius = Math.max(size.x, 1.3);
  const dash = size.x + 4;
  const isDashed = leg.status === 'under way';
  const period = isDashed ? dash * 2 + size.x * 1.2 + 3.5 : radius * (leg.status === 'on alert' ? 4.2 : 2) + 3.2;
  const within = Math.abs(gone / period - Math.floor(gone / period) - 0.5) * period;
  const piece = isDashed ? Math.max(shaft, within - dash) : Math.max(Math.hypot(within, across) - radius, ends);
  const shape = leg.status === 'arrived' ? whole : Math.min(piece, tip);
  const cut = Math.max(across - size.y - casing - 0.6, START - x, x - START - LENGTH);
  if ([shape, leg.reported ? 9 : shape + 1.5, whole - casing, cut].some((distance) => Math.abs(distance) < 0.2))
    return 'edge';
  if (cut > 0) return 'none';
  // Where a head covers some of a dot, each outline is rounded for itself.
  if (leg.status !== 'arrived' && Math.abs(notch) < 0.15) return 'edge';
  // A speck beside the head, where the rim round the end of a wide shaft looks out from under it, is left out.
  if (sides > casing && notch < casing && whole > 0) return 'edge';
  if (shape < 0) return leg.reported || shape > -1.5 ? 'ink' : 'core';
  return whole < casing ? 'casing' : 'none';
}

describe('legShapes beside the shader', () => {
  it('has its numbers', () => {
    const shader = { define: '', variantName: '' } as unknown as ShaderData;
    const source = legRecipe(shader).sources().join('\n');
    for (const line of [
      'const float CASING = 1.7;',
      'const float DOT = 1.3;',
      'float halfWidth = max(0.75, shape.y * look.w) + (lit ? 0.75 : 0.0);',
      'float halfHead = halfWidth * 0.62 + 5.2 * mix(0.6, 1.0, look.w);',
      'float head = halfHead * 1.75;',
      'float room = clamp(pixels / (shape.z + shape.w + head * 1.9), 0.0, 1.0);',
      'v_start = look.x > 0.0 ? 0.0 : shape.z * room * u_ratio;',
      'return vec4(min(halfWidth, halfHead * 0.7), halfHead, head * room, shape.w * room * look.y) * u_ratio;',
      'float radius = max(v_size.x, DOT * u_ratio);',
      'float dash = v_size.x + 4.0 * u_ratio;',
      '? dash * 2.0 + v_size.x * 1.2 + 3.5 * u_ratio',
      ': radius * (status == 3u ? 4.2 : 2.0) + 3.2 * u_ratio;',
      'float miter = 1.0 / max(0.4, dot(along, one));',
      'v_opacity = look.z * smoothstep(4.0, 10.0, pixels);',
      'v_head = vec3(v_size.zy / max(1e-3, length(v_size.zy)), 0.24 * v_size.z / max(1e-3, v_size.y));',
      'v_casing = CASING * u_ratio * smoothstep(0.4, 0.75, look.w);',
      'float reach = drawn ? wide + v_casing + 0.6 : 0.0;',
      'float ends = max(-gone, v_size.z * 0.7 - rest);',
      'float notch = rest - v_size.z * 0.76 - across * v_head.z;',
      'float inked = reported ? shape : max(shape, -(shape + 1.5 * u_ratio));',
      '* 0.82 * v_casing / (1.7 * u_ratio);',
      'float alpha = max(casing, solid) * v_opacity;',
    ]) {
      expect(source).toContain(line);
    }
  });

  const looks: [name: string, given: Given][] = [
    ['full', { leg: { width: 6, ends: { from: 'symbol', to: 'symbol' } } }],
    ['hollow', { leg: { width: 9.5, reported: false, ends: { from: 'unit', to: 'free' } }, opacity: 0.5 }],
    ['hollow and thin', { leg: { width: 4.5, reported: false }, thinning: 0.8 }],
    ['the widest, hollow and lit', { leg: { width: 14, reported: false }, lit: true, opacity: 0.85 }],
    ['past', { leg: { width: 14, ends: { from: 'free', to: 'unit' } }, opacity: 0.5 }],
    ['thin', { leg: { width: 2.5 }, thinning: 0.6, opacity: 0.3 }],
    ['on its way', { leg: { width: 6, ends: { from: 'symbol', to: 'unit' } }, to: 0.4, opacity: 0.5 }],
    ['hardly gone', { leg: { width: 12 }, to: 0.03, opacity: 0.5 }],
    ['growing', { leg: { width: 6, ends: { from: 'symbol', to: 'symbol' } }, from: 0.6, opacity: 0.38 }],
  ];
  const cases = looks.flatMap(([name, given]) => STATUSES.map((status) => [name, status, given] as const));

  it.each(cases)('draws what it draws: %s, %s', (_, status: Status, given) => {
    const leg = shown({ ...given, leg: { ...given.leg, status } });
    const shapes = legShapes([leg], VIEW, lightTheme).map((shape) => ({
      ...shape,
      outlines: outlinesOf(shape).map((outline) => ({ outline, xs: xsOf(outline) })),
    }));
    const seen = { ink: 0, casing: 0, core: 0, edge: 0, none: 0 };
    const faults: string[] = [];
    for (let x = START - 8.03; x < START + LENGTH + 8; x += 0.71) {
      const here = shapes.map(({ outlines, fill, opacity }) => ({
        outlines: outlines.filter(({ xs }) => Math.min(...xs) < x && Math.max(...xs) > x).map(({ outline }) => outline),
        what: fill === lightTheme.movement ? 'ink' : opacity === leg.opacity ? 'core' : 'casing',
      }));
      for (let y = LEVEL - 15.02; y < LEVEL + 15; y += 0.83) {
        const expected = shaderAt(leg, [x, y]);
        seen[expected] += 1;
        if (expected === 'edge') continue;
        const found = here.filter(({ outlines }) => isInside(outlines, [x, y])).map(({ what }) => what);
        // What is under a faint shape would show through.
        const isRight = (found.at(-1) ?? 'none') === expected && (leg.opacity === 1 || found.length < 2);
        if (!isRight) faults.push(`${found.join(' under ')}, not ${expected}, at ${x - START} ${y - LEVEL}`);
      }
    }
    expect(faults).toEqual([]);
    expect(seen.ink).toBeGreaterThan(20);
    expect(seen.core > 0).toBe(!leg.leg.reported);
  });
});
