import { EARTH } from '../model/geodesy';
import type { Recipe } from './program';
import { ATTRIBUTES, EXACT, STATE, projecting, type ShaderData } from './shader-parts';

/** The square that holds a circle on a flat map: an offset from its middle, in shares of the world of mercator. */
const FLAT_SQUARE = `
out vec2 v_offset;

/** How far a circle goes to the north of a latitude of this sine and cosine. The world ends at PI, and so does the way over the pole. */
float northward(float angle, float sine, float cosine, float north) {
  float sineAngle = sineOf(angle);
  float hidden = 2.0 * pow(sineOf(angle * 0.5), 2.0);
  float end = (PI - north) / TURN;
  if (sineAngle >= cosine && sine >= 0.0) return end;
  float rise = cosine * sineAngle - sine * hidden;
  float share = rise / (cosine * cosine + sine * sine * hidden - sine * cosine * sineAngle);
  if (abs(share) < 0.1) return share * (1.0 + share * share * 0.34) / TURN;
  return min(end, 0.5 * log((1.0 + share) / max(1e-6, 1.0 - share)) / TURN);
}
vec4 squareAt(vec2 side, float angle, float sine, float cosine) {
  float ratio = sineOf(angle) / cosine;
  float east = ratio >= 1.0 ? 0.5 : min(0.5, ratio * (1.0 + 0.571 * ratio * ratio) / TURN);
  float up = northward(angle, sine, cosine, v_north);
  float down = northward(angle, -sine, cosine, -v_north);
  v_offset = vec2(side.x * east, side.y > 0.0 ? -side.y * up : -side.y * down);
  return project(a_place, v_offset);
}
`;

/** The same on the globe, where it lies on the sphere, at the pole as anywhere: the way through it from its middle. */
const ROUND_SQUARE = `
out vec3 v_chord;

vec4 squareAt(vec2 side, float angle, float sine, float cosine) {
  float way = length(side) * angle;
  float halfSine = sineOf(way * 0.5);
  float down = -2.0 * halfSine * halfSine;
  vec2 along = side * angle * (way < 1e-6 ? 1.0 : 2.0 * halfSine * sqrt(1.0 - halfSine * halfSine) / way);
  float out_ = down * cosine - along.y * sine;
  vec2 away = fromCentre(a_place);
  float halfEast = sineOf(away.x * PI);
  float sinEast = 2.0 * halfEast * (1.0 - 2.0 * pow(sineOf(away.x * 0.5 * PI), 2.0));
  float cosEast = 1.0 - 2.0 * halfEast * halfEast;
  v_chord = vec3(
    along.x * cosEast + out_ * sinEast,
    along.y * cosine + down * sine,
    out_ * cosEast - along.x * sinEast
  );
  // Only on the way to a flat map, where it is near enough: a circle of that zoom is small.
  vec2 level = away + vec2(along.x, -along.y) / (TURN * cosine);
  return projectRound(roundFromCentre(away) + v_chord, u_relative * vec4(level, 0.0, 1.0));
}
`;

/**
 * A soft circle round each mark that says how uncertain it is, one instance a mark. The square that holds it is cut
 * into `u_cells` cells a side, which the globe bends.
 */
function circleVertex(data: ShaderData): string {
  return `#version 300 es
precision highp float;
${projecting(data)}
${STATE}
layout(location = ${ATTRIBUTES.uncertainty}) in float a_uncertainty;
uniform int u_cells;
/** Pixels of the screen round the world, and the least radius worth drawing. */
uniform float u_world;
uniform float u_least;
uniform bool u_past;
flat out float v_north;
/** The sine of half the angle that the radius has at the middle of the earth. */
flat out float v_half;
flat out uint v_kind;
flat out float v_strength;

const float TURN = 6.283185307179586;
const float EARTH = ${EARTH};
#ifdef GLOBE
${ROUND_SQUARE}
#else
${FLAT_SQUARE}
#endif
void main() {
  int state = stateOf();
  v_strength = state == 2 ? 1.0 : 0.45;
  v_kind = (a_style.x >> 1u) & 3u;
  v_north = TURN * (0.5 - float(a_place.y) * STEP);
  float angle = a_uncertainty / EARTH;
  v_half = sineOf(angle * 0.5);
  float cosine = 1.0 / cosh(v_north);
  float pixels = angle / (TURN * cosine) * u_world;
  bool drawn = state == 2 || (state == 1 && u_past);
  if (!drawn || a_uncertainty <= 0.0 || (pixels < u_least && a_style.y != 1u)) {
    gl_Position = NOWHERE;
    return;
  }
  int cell = gl_VertexID / 6;
  int at = gl_VertexID % 6;
  vec2 corner = vec2(at == 1 || at == 3 || at == 4, at == 2 || at == 4 || at == 5);
  vec2 side = (vec2(cell % u_cells, cell / u_cells) + corner) / float(u_cells) * 2.0 - 1.0;
  // Rather too large than too small: what lies beyond the radius has no colour.
  gl_Position = squareAt(side, min(angle * 1.02, 0.5 * PI), tanh(v_north), cosine);
}`;
}

/**
 * Fades from half of the true radius to its edge. The distance is that through the sphere. On a flat map it comes from
 * offsets by 1 - cos d = (cosh n - cos e) / (cosh a cosh b) with the isometric latitudes a and b, n = a - b: exact for
 * metres as for thousands of kilometres.
 */
function circleFragment({ define }: ShaderData): string {
  return `#version 300 es
precision highp float;
${define}
uniform vec3 u_colours[4];
flat in float v_north;
flat in float v_half;
flat in uint v_kind;
flat in float v_strength;
out vec4 colour;
const float TURN = 6.283185307179586;
${EXACT}
#ifdef GLOBE
in vec3 v_chord;
float halfChord() {
  return length(v_chord) * 0.5;
}
#else
in vec2 v_offset;
float halfChord() {
  vec2 way = v_offset * TURN * 0.5;
  vec2 sines = vec2(sineOf(way.x), hyperbolicSineOf(way.y));
  return sqrt(dot(sines, sines) / (cosh(v_north) * cosh(v_north - v_offset.y * TURN)));
}
#endif
void main() {
  float alpha = (1.0 - smoothstep(0.55, 1.0, halfChord() / v_half)) * v_strength;
  colour = vec4(u_colours[v_kind] * alpha, alpha);
}`;
}

/** The whole screen, for laying what was drawn aside over the map. */
const SCREEN_VERTEX = `#version 300 es
precision highp float;
out vec2 v_at;
void main() {
  v_at = vec2(gl_VertexID & 1, gl_VertexID >> 1) * 2.0;
  gl_Position = vec4(v_at * 2.0 - 1.0, 0.0, 1.0);
}`;

const SCREEN_FRAGMENT = `#version 300 es
precision highp float;
uniform sampler2D u_picture;
uniform float u_opacity;
in vec2 v_at;
out vec4 colour;
void main() {
  colour = texture(u_picture, v_at) * u_opacity;
}`;

/** How the soft circles are drawn aside. */
export const circleRecipe = (shader: ShaderData): Recipe => ({
  name: `circle ${shader.variantName}`,
  sources: () => [circleVertex(shader), circleFragment(shader)],
});

/** How they are laid over the map. */
export const SCREEN_RECIPE: Recipe = { name: 'screen', sources: () => [SCREEN_VERTEX, SCREEN_FRAGMENT] };
