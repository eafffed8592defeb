import { PIECE_SHIFT, PIECE_TEXELS, ROW_SHIFT, STRIP_VERTEX } from './leg-buffers';
import type { Recipe } from './program';
import { projecting, type ShaderData } from './shader-parts';

/** Pixels of the map: the rim that lifts a line off what lies below. */
const CASING = '1.7';
/** A dot's least radius. */
const DOT = '1.3';

/** What a piece is, and where its vertices are on the screen. */
const PIECES = `
const float CASING = ${CASING};
const float DOT = ${DOT};
/** Its piece, and which vertex of that it is. */
layout(location = ${STRIP_VERTEX}) in uint a_vertex;
uniform usampler2D u_vertices;
/**
 * Of each piece: the position of its first vertex, how many it has, every how many show, its style; length of the course
 * in shares of the world, half the width, room at start and end in pixels of the map; from and to which share of the
 * course, opacity, share of the full width.
 */
uniform usampler2D u_pieces;
/** Pixels of the screen, and of it for each of the map. */
uniform vec2 u_screen;
uniform float u_ratio;
/** Bits 0 and 1: status; 2: reported; 3: lit. */
flat out uint v_style;
/** How far along it begins and ends, in shares of the world. */
flat out vec2 v_ends;
flat out float v_opacity;
/** Half the width, half the head's, the head's length and the room at the end, in pixels of the screen. */
flat out vec4 v_size;
/** Of the head: how its distance from a side grows away from the middle and from the tip, and how its notch does. */
flat out vec3 v_head;
/** Of a dash half its length, of a dot its radius; how often it repeats, in pixels of the screen; the inverse of that. */
flat out vec3 v_pattern;
flat out float v_start;
/** How wide the casing is, in pixels of the screen. */
flat out float v_casing;
/** Pixels across from the middle of the line. */
out float v_across;
/** How far along, in shares of the world, and how many pixels such a share has here. */
out float v_along;
out float v_scale;

uvec4 texelAt(usampler2D texels, int at) {
  return texelFetch(texels, ivec2(at & ${(1 << ROW_SHIFT) - 1}, at >> ${ROW_SHIFT}), 0);
}
/** The whole piece lies round the world as its first vertex does, so that no part of it jumps to the other side. */
vec4 placeOf(uvec4 texel, uvec4 first) {
  float expected = float(int(first.x - u_centre.x)) + float(int(texel.x - first.x));
  float turn = round((expected - float(int(texel.x - u_centre.x))) * STEP);
  return project(texel.xy, vec2(turn, 0.0));
}
vec2 pixelOf(vec4 place) {
  return place.xy / place.w * u_screen * 0.5;
}
vec2 directionOf(vec2 way) {
  float size = length(way);
  return size < 1e-4 ? vec2(0.0) : way / size;
}
/** A short line has a small head and little room at its ends. */
vec4 sizeOf(vec4 shape, vec4 look, bool lit, float pixels) {
  float halfWidth = max(0.75, shape.y * look.w) + (lit ? 0.75 : 0.0);
  float halfHead = halfWidth * 0.62 + 5.2 * mix(0.6, 1.0, look.w);
  float head = halfHead * 1.75;
  float room = clamp(pixels / (shape.z + shape.w + head * 1.9), 0.0, 1.0);
  v_start = look.x > 0.0 ? 0.0 : shape.z * room * u_ratio;
  halfHead *= room;
  return vec4(min(halfWidth, halfHead * 0.7), halfHead, head * room, shape.w * room * look.y) * u_ratio;
}
vec3 patternOf(uint status) {
  float radius = max(v_size.x, DOT * u_ratio);
  float dash = v_size.x + 4.0 * u_ratio;
  bool dashed = status == 1u;
  float period = dashed
    ? dash * 2.0 + v_size.x * 1.2 + 3.5 * u_ratio
    : radius * (status == 3u ? 4.2 : 2.0) + 3.2 * u_ratio;
  return vec3(dashed ? dash : radius, period, 1.0 / period);
}
`;

/**
 * A strip along the pieces of courses, two vertices on either side of each of their own; between two pieces it has no
 * area. What is drawn in it is worked out pixel by pixel, from how far it is across and along. All is found in textures,
 * so that one call draws everything: instances cost a renderer without a graphics card more than what they draw.
 */
function legVertex(data: ShaderData): string {
  return `#version 300 es
precision highp float;
precision highp usampler2D;
${projecting(data)}
${PIECES}
void main() {
  int piece = int(a_vertex >> ${PIECE_SHIFT}) * ${PIECE_TEXELS};
  uvec4 head = texelAt(u_pieces, piece);
  int start = int(head.x);
  int last = int(head.y) - 1;
  int stride = int(head.z);
  // Before its first vertex and after its last there is one more, in the same place and of no width.
  int vertex = (int(a_vertex & ${(1 << PIECE_SHIFT) - 1}u) - 1) * stride;
  bool beyond = vertex < 0 || vertex - stride >= last;
  vertex = clamp(vertex, 0, last);
  vec4 shape = uintBitsToFloat(texelAt(u_pieces, piece + 1));
  vec4 look = uintBitsToFloat(texelAt(u_pieces, piece + 2));
  uvec4 first = texelAt(u_vertices, start);
  uvec4 texel = texelAt(u_vertices, start + vertex);
  uvec4 before = texelAt(u_vertices, start + max(0, vertex - stride));
  uvec4 after = texelAt(u_vertices, start + min(last, vertex + stride));
  vec3 way = vec3(uintBitsToFloat(before.z), uintBitsToFloat(texel.z), uintBitsToFloat(after.z));
  vec4 place = placeOf(texel, first);
  vec2 pixel = pixelOf(place);
  vec2 came = pixel - pixelOf(placeOf(before, first));
  vec2 goes = pixelOf(placeOf(after, first)) - pixel;
  vec2 along = directionOf(directionOf(came) + directionOf(goes));
  vec2 normal = vec2(-along.y, along.x);
  // At a corner the strip keeps its width, but grows no spike.
  vec2 one = directionOf(length(goes) > length(came) ? goes : came);
  float miter = 1.0 / max(0.4, dot(along, one));
  v_style = head.w;
  v_ends = look.xy * shape.x;
  v_along = way.y;
  v_scale = (length(came) + length(goes)) / max(1e-9, way.z - way.x);
  float pixels = shape.x * v_scale / u_ratio;
  v_opacity = look.z * smoothstep(4.0, 10.0, pixels);
  v_size = sizeOf(shape, look, (v_style & 8u) == 8u, pixels);
  v_head = vec3(v_size.zy / max(1e-3, length(v_size.zy)), 0.24 * v_size.z / max(1e-3, v_size.y));
  v_pattern = patternOf(v_style & 3u);
  // What recedes is lifted off nothing, lest many faint lines make a fog.
  v_casing = CASING * u_ratio * smoothstep(0.4, 0.75, look.w);
  // Only where its head is the strip is as wide as that, and where nothing is drawn it has no width.
  float rest = (v_ends.y - way.z) * v_scale - v_size.w;
  bool drawn = !beyond && way.x <= v_ends.y && way.z >= v_ends.x;
  float narrow = (v_style & 3u) >= 2u ? max(v_size.x, DOT * u_ratio) : v_size.x;
  float wide = rest < v_size.z ? max(narrow, v_size.y) : narrow;
  float reach = drawn ? wide + v_casing + 0.6 : 0.0;
  float side = (gl_VertexID & 1) == 0 ? 1.0 : -1.0;
  v_across = side * reach;
  place.xy += normal * side * reach * miter * 2.0 / u_screen * place.w;
  gl_Position = place;
}`;
}

/**
 * The line with its head, as a distance from its edges in pixels: solid where the force arrived, dashed under way,
 * dotted where it is announced; what the main report does not say is hollow; a casing lifts it off what lies below.
 */
const LEG_FRAGMENT = `#version 300 es
precision highp float;
uniform vec3 u_ink;
uniform vec3 u_casing;
uniform float u_ratio;
flat in uint v_style;
flat in vec2 v_ends;
flat in float v_opacity;
flat in vec4 v_size;
flat in vec3 v_head;
flat in vec3 v_pattern;
flat in float v_start;
flat in float v_casing;
in float v_across;
in float v_along;
in float v_scale;
out vec4 colour;

void main() {
  bool reported = (v_style & 4u) == 4u;
  uint status = v_style & 3u;
  float across = abs(v_across);
  float gone = (v_along - v_ends.x) * v_scale - v_start;
  float rest = (v_ends.y - v_along) * v_scale - v_size.w;
  float ends = max(-gone, v_size.z * 0.7 - rest);
  float shaft = max(across - v_size.x, ends);

  // A swept head: two sides and a notch.
  float sides = across * v_head.x - rest * v_head.y;
  float notch = rest - v_size.z * 0.76 - across * v_head.z;
  float tip = max(max(sides, notch), -gone);
  float whole = min(tip, shaft);
  float shape = whole;
  if (status != 0u) {
    // Counted from the middle of a dash or dot.
    float within = abs(fract(gone * v_pattern.z) - 0.5) * v_pattern.y;
    float piece = status == 1u ? max(shaft, within - v_pattern.x) : max(length(vec2(within, across)) - v_pattern.x, ends);
    shape = min(piece, tip);
  }
  float inked = reported ? shape : max(shape, -(shape + 1.5 * u_ratio));
  float solid = clamp(0.5 - shape, 0.0, 1.0);
  float ink = clamp(0.5 - inked, 0.0, 1.0);
  float casing = clamp(0.5 - (whole - v_casing), 0.0, 1.0) * 0.82 * v_casing / (${CASING} * u_ratio);
  float alpha = max(casing, solid) * v_opacity;
  colour = vec4(mix(u_casing, u_ink, ink) * alpha, alpha);
}`;

/** How legs are drawn. */
export const legRecipe = (shader: ShaderData): Recipe => ({
  name: `leg ${shader.variantName}`,
  sources: () => [legVertex(shader), LEG_FRAGMENT],
});
