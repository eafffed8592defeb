import type { Recipe } from './program';
import { STATE, projecting, type ShaderData } from './shader-parts';

/** Pixels of a symbol's square on the map at full size. Its shape is 18 wide, its outline the rest: none is drawn in vain. */
export const SYMBOL_BOX = 24;

/** A symbol of each mark, as a point sprite; `u_state` says whether this pass draws the past or what is of now. */
function symbolVertex(data: ShaderData): string {
  return `#version 300 es
precision highp float;
${projecting(data)}
${STATE}
uniform int u_state;
uniform float u_size;
uniform vec3 u_colours[4];
/** The kind, and 4 for the ring of a station, whatever its kind. */
flat out uint v_kind;
/** Colour, and whether the shape is filled with it. */
flat out vec4 v_ink;
void main() {
  uint kind = (a_style.x >> 1u) & 3u;
  v_kind = a_style.y == 2u ? 4u : kind;
  v_ink = vec4(u_colours[kind], a_style.x & 1u);
  bool drawn = stateOf() == u_state && (a_style.y & 1u) == 0u;
  gl_Position = drawn ? project(a_place, vec2(0.0)) : NOWHERE;
  gl_PointSize = u_size;
}`;
}

/**
 * Shape by kind as a distance from its edges in the box's units, so that it is crisp at any size and pixel ratio: a
 * casing lifts it off what lies below, and what the main report does not say is hollow. Straight edges need no more
 * than their planes, which counts where a hundred thousand are drawn.
 */
const SYMBOL_FRAGMENT = `#version 300 es
precision highp float;
uniform vec3 u_casing;
uniform float u_opacity;
/** Units of the box for each pixel of the screen. */
uniform float u_unit;
flat in uint v_kind;
flat in vec4 v_ink;
out vec4 colour;

float edgesOf(vec2 p) {
  vec2 side = abs(p);
  if (v_kind == 0u) return (side.x + side.y - 9.0) * 0.70710678;
  if (v_kind == 1u) return max(-7.0 - p.x, dot(vec2(p.x - 9.0, side.y), vec2(0.46914, 0.88310)));
  if (v_kind == 3u) return max(side.x, side.y) - 7.5;
  if (v_kind == 4u) return length(p) - 7.5;
  float tail = max(max(-6.0 - p.x, 3.0 - p.y), dot(p - vec2(1.0, 3.0), vec2(0.65079, 0.75926)));
  return min(max(side.x - 8.0, abs(p.y + 2.0) - 6.0), tail);
}
float cover(float distance_) {
  return clamp(0.5 - distance_ / u_unit, 0.0, 1.0);
}
void main() {
  float away = edgesOf((gl_PointCoord - 0.5) * ${SYMBOL_BOX}.0);
  float alpha = cover(away - 2.25) * u_opacity;
  if (alpha == 0.0) discard;
  // A station is hollow either way: a bold ring where the main report says it, a fine one where it does not.
  float stroke = v_kind == 4u && v_ink.a > 0.0 ? 2.25 : 1.25;
  float ink = cover(v_ink.a > 0.0 && v_kind != 4u ? away - 0.375 : abs(away + stroke - 1.25) - stroke);
  colour = vec4(mix(u_casing, v_ink.rgb, ink) * alpha, alpha);
}`;

/** How symbols are drawn. */
export const symbolRecipe = (shader: ShaderData): Recipe => ({
  name: `symbol ${shader.variantName}`,
  sources: () => [symbolVertex(shader), SYMBOL_FRAGMENT],
});
