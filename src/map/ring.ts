import type { Chronicle } from '../model/chronicle';
import { EARTH } from '../model/geodesy';
import { FORMS, areaRadius } from '../model/marks';
import { mercatorOf, positionOf } from '../model/mercator';
import { colourOf } from './colour';
import { frameTurns, setProjection, type Frame } from './frame';
import type { Recipe } from './program';
import { projecting, type ShaderData } from './shader-parts';
import type { Theme } from './theme';

/** A ring round a place, in steps of the world. */
export interface Ring {
  place: readonly [number, number];
  strength: 'selected' | 'hovered';
  /** Metres to what is known only as an area; a symbol's size for what is not, and at least that. */
  radius?: number;
  /** Of what has the symbol of a unit, which is larger. */
  wide?: boolean;
}

/** In pixels of the map: from the middle to the inner edge, and across. */
const RING_RADIUS = 17;
const WIDE_RADIUS = 24;
const RING_WIDTH = 2;
const RING_OPACITY = { selected: 1, hovered: 0.55 };

/** A ring round one place, `u_place`, as a square of `u_reach` pixels each way. */
function ringVertex(data: ShaderData): string {
  return `#version 300 es
precision highp float;
${projecting(data)}
uniform uvec2 u_place;
uniform float u_reach;
uniform vec2 u_screen;
out vec2 v_pixel;
void main() {
  vec2 side = vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2.0 - 1.0;
  gl_Position = project(u_place, vec2(0.0));
  v_pixel = side * u_reach;
  gl_Position.xy += side * u_reach * 2.0 / u_screen * gl_Position.w;
}`;
}

/** The ring itself, with its inner radius and its width in pixels of the screen. */
const RING_FRAGMENT = `#version 300 es
precision highp float;
uniform vec3 u_colour;
uniform float u_opacity;
uniform float u_radius;
uniform float u_width;
in vec2 v_pixel;
out vec4 colour;
void main() {
  float away = abs(length(v_pixel) - u_radius - u_width * 0.5) - u_width * 0.5;
  float alpha = clamp(0.5 - away, 0.0, 1.0) * u_opacity;
  colour = vec4(u_colour * alpha, alpha);
}`;

/** How rings are drawn. */
export const ringRecipe = (shader: ShaderData): Recipe => ({
  name: `ring ${shader.variantName}`,
  sources: () => [ringVertex(shader), RING_FRAGMENT],
});

/** Draws a ring over all else. */
export function drawRing(
  frame: Frame,
  { place, strength, radius: metres = 0, wide = false }: Ring,
  theme: Theme,
): void {
  const { gl, programs, shader, ratio, world } = frame;
  const program = programs.use(ringRecipe(shader));
  const [, latitude] = positionOf(...place);
  const around = 2 * Math.PI * EARTH * Math.cos((latitude * Math.PI) / 180);
  const radius = Math.max((wide ? WIDE_RADIUS : RING_RADIUS) * ratio, (metres / around) * world);
  const reach = radius + (RING_WIDTH + 1) * ratio;
  setProjection(frame, program);
  gl.uniform2ui(program.at('u_place'), place[0], place[1]);
  gl.uniform1f(program.at('u_reach'), reach);
  gl.uniform2f(program.at('u_screen'), gl.drawingBufferWidth, gl.drawingBufferHeight);
  gl.uniform3fv(program.at('u_colour'), colourOf(theme.ring));
  gl.uniform1f(program.at('u_opacity'), RING_OPACITY[strength]);
  gl.uniform1f(program.at('u_radius'), radius);
  gl.uniform1f(program.at('u_width'), RING_WIDTH * ratio);
  for (const turn of frameTurns(frame, reach)) {
    gl.uniform1f(program.at('u_turn'), turn);
    gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4);
  }
}

/** The ring round a place, else round the first of some rows; what has no symbol has none. */
export function ringsAt(
  { columns: { marks }, places, units }: Chronicle,
  { place: id, rows }: { place?: string; rows: readonly number[] },
  strength: Ring['strength'],
): Ring[] {
  const place = places.get(id ?? '');
  const wide = rows.some((row) => units.has(row));
  const point = mercatorOf(place?.point ?? []);
  if (place && point) return [{ place: point, strength, radius: areaRadius(place), wide }];
  const mark = rows[0] === undefined ? -1 : marks.entry.indexOf(rows[0]);
  return mark < 0 || marks.form?.[mark] === FORMS.indexOf('area')
    ? []
    : [{ place: [marks.x[mark] ?? 0, marks.y[mark] ?? 0], strength, wide }];
}
