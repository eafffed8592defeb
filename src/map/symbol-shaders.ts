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
flat out uint v_facet;
void main() {
  v_facet = a_style.x;
  bool drawn = stateOf() == u_state && a_style.y == 0u;
  gl_Position = drawn ? project(a_place, vec2(0.0)) : NOWHERE;
  gl_PointSize = u_size;
}`;
}

/**
 * Shape by kind as a signed distance in the box's units, so that it is crisp at any size and pixel ratio: a casing
 * lifts it off what lies below, and what the main report does not say is hollow.
 */
const SYMBOL_FRAGMENT = `#version 300 es
precision highp float;
uniform vec3 u_colours[4];
uniform vec3 u_casing;
uniform float u_opacity;
/** Units of the box for each pixel of the screen. */
uniform float u_unit;
flat in uint v_facet;
out vec4 colour;

float corner(vec2 p, vec2 a, vec2 b, vec2 c) {
  vec2 ab = b - a, bc = c - b, ca = a - c;
  vec2 pa = p - a, pb = p - b, pc = p - c;
  vec2 da = pa - ab * clamp(dot(pa, ab) / dot(ab, ab), 0.0, 1.0);
  vec2 db = pb - bc * clamp(dot(pb, bc) / dot(bc, bc), 0.0, 1.0);
  vec2 dc = pc - ca * clamp(dot(pc, ca) / dot(ca, ca), 0.0, 1.0);
  float turn = sign(ab.x * ca.y - ab.y * ca.x);
  vec2 nearest = min(min(vec2(dot(da, da), turn * (pa.x * ab.y - pa.y * ab.x)),
                         vec2(dot(db, db), turn * (pb.x * bc.y - pb.y * bc.x))),
                         vec2(dot(dc, dc), turn * (pc.x * ca.y - pc.y * ca.x)));
  return -sqrt(nearest.x) * sign(nearest.y);
}
float box(vec2 p, vec2 middle, vec2 half_) {
  vec2 d = abs(p - middle) - half_;
  return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0);
}
float shapeOf(uint kind, vec2 p) {
  if (kind == 0u) return box(vec2(p.x + p.y, p.x - p.y) * 0.70710678, vec2(0.0), vec2(6.3639610));
  if (kind == 1u) return corner(p, vec2(-7.0, -8.5), vec2(9.0, 0.0), vec2(-7.0, 8.5));
  if (kind == 2u) {
    float tail = corner(p, vec2(-6.0, 3.0), vec2(1.0, 3.0), vec2(-6.0, 9.0));
    return min(box(p, vec2(0.0, -2.0), vec2(8.0, 6.0)), tail);
  }
  return box(p, vec2(0.0), vec2(7.5));
}
float cover(float distance_) {
  return clamp(0.5 - distance_ / u_unit, 0.0, 1.0);
}
void main() {
  float away = shapeOf((v_facet >> 1u) & 3u, (gl_PointCoord - 0.5) * ${SYMBOL_BOX}.0);
  float outer = cover(away - 2.25);
  if (outer == 0.0) discard;
  bool hollow = (v_facet & 1u) == 0u;
  float ink = hollow ? cover(abs(away) - 1.25) : cover(away - 0.375);
  float alpha = outer * u_opacity;
  colour = vec4(mix(u_casing, u_colours[(v_facet >> 1u) & 3u], ink) * alpha, alpha);
}`;

/** How symbols are drawn. */
export const symbolRecipe = (shader: ShaderData): Recipe => ({
  name: `symbol ${shader.variantName}`,
  sources: () => [symbolVertex(shader), SYMBOL_FRAGMENT],
});
