import type { Status } from '../model/feature';
import { ROOM, strideOf } from '../map/leg-buffers';
import type { ShownLeg } from '../map/leg-states';
import type { PathShape } from './shape';
import type { PlainView } from './view';
import { copiesInView, dotOn, outlineOf, wayOf, within, type Corner, type HalfPlane, type Way } from './way';
import type { Theme } from '../map/theme';

// These are the shaders' numbers. To import them would load the shaders with the page; a test holds them against those.
/** Pixels: the rim that lifts a line off what lies below, a dot's least radius, and the outline of a hollow core. */
const CASING = 1.7;
const DOT = 1.3;
const OUTLINE = 1.5;
const CASING_OPACITY = 0.82;
/** A head's length in halves of its width, how far back its barbs are swept for each pixel across, and its side. */
const HEAD = 1.75;
const SWEEP = 0.24 * HEAD;
const SIDE = Math.hypot(HEAD, 1);
/** How far from its tip are the notch of a head and, within it, the end of the shaft, in shares of its length. */
const NOTCH = 0.76;
const SHAFT = 0.7;

/** What is fainter changes no colour of a screen. */
const FAINTEST = 1 / 510;
/** Corners of a dot where a head covers some of it. */
const DOT_CORNERS = 24;

/** How large a leg is drawn, in pixels. */
interface Size {
  /** Half the width of its shaft, and of its head. */
  half: number;
  halfHead: number;
  head: number;
  /** How far along its way it begins and ends, clear of what stands there. */
  start: number;
  end: number;
  /** How much of a rim it has, from 0 to 1. */
  casing: number;
  opacity: number;
}

/** A shaft's pattern: a stretch of so many pixels to either side of the middle of each period, or a dot. */
interface Pattern {
  reach: number;
  period: number;
  round: boolean;
}

/**
 * The movements' lines of a plain map, in order, as the other map draws them once they are still: of each leg its casing,
 * its ink and the core of what is hollow, as filled outlines in pixels of the view, in every copy of the world in view and
 * without what is out of view. Where a leg is fainter than full, none of these covers another, so that its opacity is even.
 * They want SVG's own fill rule, `nonzero`, because a way may cross itself; there it is one figure, where the shader lays
 * the later stretch with its casing over the earlier.
 */
export function legShapes(shown: readonly ShownLeg[], view: PlainView, theme: Theme): PathShape[] {
  return shown.flatMap((each) => {
    const { course, pick } = each.leg;
    const size = sizeOf(each, course.length * view.world);
    if (!(size.end > size.start) || size.opacity < FAINTEST) return [];
    const stride = strideOf(course, view.world, each.thinning);
    return copiesInView(pick, view).flatMap((copy) =>
      shapesOf(each, size, wayOf(course, pick, view, copy, stride), theme),
    );
  });
}

/** A short line has a small head and little room at its ends. */
function sizeOf({ leg, from, to, opacity, thinning, lit }: ShownLeg, length: number): Size {
  const half = Math.max(0.75, (leg.width / 2) * thinning) + (lit ? 0.75 : 0);
  const fullHead = half * 0.62 + 5.2 * (0.6 + 0.4 * thinning);
  const [before, after] = [ROOM.from[leg.ends.from], ROOM.to[leg.ends.to]];
  const share = Math.min(1, length / (before + after + fullHead * HEAD * 1.9));
  const halfHead = fullHead * share;
  return {
    half: Math.min(half, halfHead * 0.7),
    halfHead,
    head: halfHead * HEAD,
    start: from > 0 ? from * length : before * share,
    end: to * length - after * share * to,
    casing: smoothStep(0.4, 0.75, thinning),
    opacity: opacity * smoothStep(4, 10, length),
  };
}

function shapesOf({ leg: { status, reported } }: ShownLeg, size: Size, way: Way, theme: Theme): PathShape[] {
  const { casing, opacity } = size;
  const pattern = patternOf(status, size);
  // What goes round the other way cuts a hole.
  const ink = figureOf(way, size, pattern, 0, -1);
  const core = reported ? '' : figureOf(way, size, pattern, -OUTLINE, 1);
  const rim = casing > 0 ? figureOf(way, size, undefined, CASING * casing, 1) : '';
  const shape = (d: string, hole: string, fill: string, strength: number): PathShape[] =>
    d === '' ? [] : [{ form: 'path', d: opacity < 1 ? d + hole : d, fill, opacity: Math.round(strength * 1e3) / 1e3 }];
  return [
    ...shape(rim, ink, theme.casing, opacity * CASING_OPACITY * casing),
    ...shape(ink, core, theme.movement, opacity),
    ...shape(core, '', theme.casing, opacity),
  ];
}

/** Undefined of a line that is solid. */
function patternOf(status: Status, { half }: Size): Pattern | undefined {
  if (status === 'arrived') return undefined;
  if (status === 'under way') return { reach: half + 4, period: 2 * (half + 4) + half * 1.2 + 3.5, round: false };
  const radius = Math.max(half, DOT);
  return { reach: radius, period: radius * (status === 'on alert' ? 4.2 : 2) + 3.2, round: true };
}

/** Path data of a leg and so many pixels around it or, where `rim` is negative, of what is so far within its edges. */
function figureOf(way: Way, size: Size, pattern: Pattern | undefined, rim: number, sense: 1 | -1): string {
  const { runs } = way;
  const { start, end, head } = size;
  const after: HalfPlane = { along: -1, across: 0, most: rim - start };
  const shaft = end - head * SHAFT + rim;
  const notch = end - head * NOTCH - rim;
  // What is beyond its notch is the head's.
  const swept = [SWEEP, -SWEEP].map((across): HalfPlane => ({ along: 1, across, most: notch }));
  const outline = (corners: readonly Corner[], planes: readonly HalfPlane[]) =>
    outlineOf(way, planes.reduce(within, corners), sense);
  const onShaft = [after, { along: 1, across: 0, most: shaft }, ...swept];
  const half = size.half + rim;
  const headInView = runs.some(([from, to]) => from <= end && end - head <= to);
  const parts = headInView ? [outline(headOf(size, rim, half), [after])] : [];
  if (!pattern) parts.push(...runs.map(([from, to]) => outline(bandOf(from, to, half), onShaft)));
  else {
    const reach = pattern.reach + rim;
    const whole = Math.min(shaft, notch - SWEEP * (pattern.round ? reach : half)) - reach;
    for (const at of middlesOf(way, size, pattern)) {
      const planes = at < whole ? [] : onShaft;
      if (!pattern.round) parts.push(outline(bandOf(at - reach, at + reach, half), planes));
      else if (reach > 0) parts.push(at < whole ? dotOn(way, at, reach, sense) : outline(dotAt(at, reach), planes));
    }
  }
  return parts.join('');
}

/** How far along the middles of dashes or dots are, of those in view. */
function middlesOf({ runs }: Way, { start, end, head }: Size, { reach, period }: Pattern): number[] {
  return runs.flatMap(([from, to]) => {
    const first = Math.max(0, Math.ceil((from - start) / period - 0.5));
    const last = Math.floor((Math.min(to, end - head * SHAFT + reach) - start) / period - 0.5);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => start + (first + index + 0.5) * period);
  });
}

/**
 * A head with its sides so far out or, where `rim` is negative, in; empty where nothing is left of it. It has a corner
 * where it meets the side of a shaft, so that nothing gapes between them once they are rounded.
 */
function headOf({ halfHead, head, end }: Size, rim: number, shaft: number): Corner[] {
  const barb = halfHead + (rim * (SIDE + 1)) / (NOTCH * HEAD);
  if (barb <= 0) return [];
  // The shader's strip ends a little beyond the barbs, and cuts off the spikes that their rim would have.
  const wide = Math.min(barb, halfHead + Math.max(0, rim) + 0.6);
  const notch = end - head * NOTCH - rim;
  const backAt = (across: number): Corner => [notch - Math.abs(across) * SWEEP, across];
  const frontAt = (across: number): Corner => [end - Math.abs(across) * HEAD + rim * SIDE, across];
  const meets = Math.min(wide, Math.max(0, shaft));
  return [0, meets, wide].map(backAt).concat([wide, 0, -wide].map(frontAt), [-wide, -meets].map(backAt));
}

function bandOf(from: number, to: number, half: number): Corner[] {
  if (!(half > 0 && to > from)) return [];
  return [
    [from, half],
    [to, half],
    [to, -half],
    [from, -half],
  ];
}

function dotAt(along: number, radius: number): Corner[] {
  return Array.from({ length: DOT_CORNERS }, (_, corner) => {
    const angle = (2 * Math.PI * corner) / DOT_CORNERS;
    return [along - radius * Math.cos(angle), radius * Math.sin(angle)] as const;
  });
}

/** GLSL's `smoothstep`. */
function smoothStep(from: number, to: number, value: number): number {
  const share = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return share * share * (3 - 2 * share);
}
