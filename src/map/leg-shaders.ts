import { PIECE } from './leg-buffers';
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
/** The position of its first vertex, and how many it has. */
layout(location = ${PIECE.vertices}) in uvec2 a_vertices;
/** Status; bits: reported, lit. */
layout(location = ${PIECE.style}) in uvec2 a_style;
/** Length of the course in shares of the world; half the width, and the room at start and end, in pixels of the map. */
layout(location = ${PIECE.shape}) in vec4 a_shape;
/** From and to which share of the course; opacity; share of the full width. */
layout(location = ${PIECE.look}) in vec4 a_look;
uniform usampler2D u_vertices;
/** Pixels of the screen, and of it for each of the map. */
uniform vec2 u_screen;
uniform float u_ratio;
flat out uvec2 v_style;
/** How far along it begins and ends, in shares of the world. */
flat out vec2 v_ends;
flat out float v_opacity;
/** Half the width, half the head's, the head's length and the room at the end, in pixels of the screen. */
out vec4 v_size;
out float v_start;
/** How long the whole line is, in pixels of the map. */
out float v_pixels;
/** Pixels across from the middle of the line. */
out float v_across;
/** How far along, in shares of the world, and how many pixels such a share has here. */
out float v_along;
out float v_scale;

uvec4 texelOf(int vertex) {
  int at = int(a_vertices.x) + vertex;
  return texelFetch(u_vertices, ivec2(at % 1024, at / 1024), 0);
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
vec4 sizeOf(float pixels) {
  bool lit = (a_style.y & 2u) == 2u;
  float halfWidth = max(0.75, a_shape.y * a_look.w) + (lit ? 0.75 : 0.0);
  float halfHead = halfWidth * 0.62 + 5.2 * mix(0.6, 1.0, a_look.w);
  float head = halfHead * 1.75;
  float room = clamp(pixels / (a_shape.z + a_shape.w + head * 1.9), 0.0, 1.0);
  v_start = a_look.x > 0.0 ? 0.0 : a_shape.z * room * u_ratio;
  halfHead *= room;
  return vec4(min(halfWidth, halfHead * 0.7), halfHead, head * room, a_shape.w * room * a_look.y) * u_ratio;
}
`;

/**
 * A strip along a piece of a course, two vertices on either side of each of its own. What is drawn in it is worked out
 * pixel by pixel, from how far it is across and along. Vertices are found in the texture, so that what changes from
 * date to date is only which pieces are drawn and how.
 */
function legVertex(data: ShaderData): string {
  return `#version 300 es
precision highp float;
precision highp usampler2D;
${projecting(data)}
${PIECES}
void main() {
  int last = int(a_vertices.y) - 1;
  int vertex = gl_VertexID >> 1;
  uvec4 first = texelOf(0);
  // Of a piece shorter than the longest what is left over has no area.
  if (vertex > last) {
    gl_Position = placeOf(texelOf(last), first);
    return;
  }
  uvec4 texel = texelOf(vertex);
  uvec4 before = texelOf(max(0, vertex - 1));
  uvec4 after = texelOf(min(last, vertex + 1));
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
  v_style = a_style;
  v_ends = a_look.xy * a_shape.x;
  v_opacity = a_look.z;
  v_along = way.y;
  v_scale = (length(came) + length(goes)) / max(1e-9, way.z - way.x);
  v_pixels = a_shape.x * v_scale / u_ratio;
  v_size = sizeOf(v_pixels);
  // Only where its head is the strip is as wide as that, and where nothing is drawn it has no width.
  float rest = (v_ends.y - way.z) * v_scale - v_size.w;
  bool drawn = way.x <= v_ends.y && way.z >= v_ends.x;
  float narrow = max(v_size.x, DOT * u_ratio);
  float wide = rest < v_size.z ? max(narrow, v_size.y) : narrow;
  float reach = drawn ? wide + (CASING + 1.0) * u_ratio : 0.0;
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
flat in uvec2 v_style;
flat in vec2 v_ends;
flat in float v_opacity;
in vec4 v_size;
in float v_start;
in float v_pixels;
in float v_across;
in float v_along;
in float v_scale;
out vec4 colour;

/** Repeats from 0 to the period, counted from its middle. */
float repeated(float along, float period) {
  return mod(along, period) - period * 0.5;
}
/** Distance from a dash with round ends, or from a dot where it has no length. */
float dashAt(float along, float across, float halfLength, float radius) {
  return length(vec2(max(0.0, abs(along) - halfLength), across)) - radius;
}

void main() {
  bool reported = (v_style.y & 1u) == 1u;
  float across = abs(v_across);
  float halfWidth = v_size.x;
  float halfHead = v_size.y;
  float head = v_size.z;
  float gone = (v_along - v_ends.x) * v_scale - v_start;
  float rest = (v_ends.y - v_along) * v_scale - v_size.w;
  float whole = max(across - halfWidth, max(-gone, head * 0.7 - rest));
  float shape = whole;

  // A swept head: two sides and a notch.
  float sides = (across * head - halfHead * rest) / length(vec2(head, halfHead));
  float notch = rest - head * (0.76 + 0.24 * across / halfHead);
  float tip = max(max(sides, notch), -gone);
  float shaft = whole;
  whole = min(tip, shaft);
  if (v_style.x == 1u) {
    float dash = halfWidth * 2.0 + 8.0 * u_ratio;
    float gap = halfWidth * 1.2 + 3.5 * u_ratio;
    shape = max(shaft, abs(repeated(gone, dash + gap)) - dash * 0.5);
  } else if (v_style.x >= 2u) {
    float radius = max(halfWidth, ${DOT} * u_ratio);
    float period = radius * (v_style.x == 3u ? 4.2 : 2.0) + 3.2 * u_ratio;
    shape = max(dashAt(repeated(gone, period), across, 0.0, radius), max(-gone, head * 0.7 - rest));
  }
  shape = min(shape, tip);
  float stroke = 1.5 * u_ratio;
  float inked = reported ? shape : max(shape, -(shape + stroke));
  float solid = clamp(0.5 - shape, 0.0, 1.0);
  float ink = clamp(0.5 - inked, 0.0, 1.0);
  float casing = clamp(0.5 - (whole - ${CASING} * u_ratio), 0.0, 1.0) * 0.82;
  float alpha = max(casing, solid) * v_opacity * smoothstep(4.0, 10.0, v_pixels);
  if (alpha <= 0.004) discard;
  colour = vec4(mix(u_casing, u_ink, ink) * alpha, alpha);
}`;

/** How legs are drawn. */
export const legRecipe = (shader: ShaderData): Recipe => ({
  name: `leg ${shader.variantName}`,
  sources: () => [legVertex(shader), LEG_FRAGMENT],
});
