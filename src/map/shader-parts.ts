import type { CustomRenderMethodInput } from 'maplibre-gl';
import { FACETS } from '../model/facet';

/** What MapLibre tells a custom layer of the projection in force. */
export type ShaderData = CustomRenderMethodInput['shaderData'];

/** Where each attribute of a mark is bound, in every program alike. */
export const ATTRIBUTES = { place: 0, begin: 1, end: 2, style: 3, replaced: 4, uncertainty: 5 } as const;

/** Sines to the last digit of a float: a card may give its own to four digits, and none of a small angle. */
export const EXACT = `
/** Of an angle up to a quarter turn. */
float sineOf(float x) {
  float q = x * x;
  return x * (1.0 - q / 6.0 * (1.0 - q / 20.0 * (1.0 - q / 42.0 * (1.0 - q / 72.0 * (1.0 - q / 110.0)))));
}
float hyperbolicSineOf(float x) {
  if (abs(x) > 1.0) return 0.5 * (exp(x) - exp(-x));
  float q = x * x;
  return x * (1.0 + q / 6.0 * (1.0 + q / 20.0 * (1.0 + q / 42.0 * (1.0 + q / 72.0))));
}
`;

/**
 * On the globe too, what is measured is the way from the centre, on a sphere of radius 1: by the sums of hyperbolic
 * functions, in which no large numbers cancel. `sine` and `cosine` are those of a latitude.
 */
const ROUND = `
uniform mat4 u_round;
/** Positive on the near side of the horizon. */
uniform vec4 u_horizon;
/** Sine and cosine of the centre's latitude. */
uniform vec2 u_latitude;
/** 0 flat, 1 round. */
uniform float u_roundness;

/** From the centre's point to another, to the east, along the axis to the north, and away from the axis. */
vec3 roundFromCentre(vec2 away) {
  float north = hyperbolicSineOf(-away.y * PI);
  float sinhNorth = 2.0 * north * sqrt(1.0 + north * north);
  float more = 2.0 * north * north + u_latitude.x * sinhNorth;
  float cosine = u_latitude.y / (1.0 + more);
  float halfEast = (away.x - round(away.x)) * PI;
  float east = sineOf(halfEast);
  float cosEast = 1.0 - 2.0 * pow(sineOf(halfEast * 0.5), 2.0);
  return vec3(
    2.0 * cosine * east * cosEast,
    u_latitude.y * cosine * sinhNorth,
    -cosine * (more + 2.0 * east * east)
  );
}

vec4 projectRound(vec3 on, vec4 level) {
  vec4 place = u_round * vec4(on, 1.0);
  place.z = (1.0 - (dot(on, u_horizon.xyz) + u_horizon.w)) * place.w;
  // As MapLibre turns its globe into a flat map: what lies behind comes to light last.
  float depth = place.z * clamp((u_roundness - 0.2) / 0.8, 0.0, 1.0);
  return vec4(mix(level.xy, place.xy, u_roundness), depth, mix(level.w, place.w, u_roundness));
}
`;

/**
 * Places relative to the map's centre. Steps of the world are integers, so that the difference is exact at any zoom
 * and wraps round at the antimeridian by itself; only then does it become a float.
 */
export function projecting({ define }: ShaderData): string {
  return `
${define}
const float PI = 3.141592653589793;
const float STEP = 1.0 / 4294967296.0;
uniform uvec2 u_centre;
uniform mat4 u_relative;
uniform float u_turn;
${EXACT}
#ifdef GLOBE
${ROUND}
#endif

vec2 fromCentre(uvec2 place) {
  float east = float(int(place.x - u_centre.x));
  float south = place.y >= u_centre.y ? float(place.y - u_centre.y) : -float(u_centre.y - place.y);
  return vec2(east * STEP + u_turn, south * STEP);
}

vec4 project(uvec2 place, vec2 offset) {
  vec2 away = fromCentre(place) + offset;
  vec4 level = u_relative * vec4(away, 0.0, 1.0);
#ifdef GLOBE
  return projectRound(roundFromCentre(away), level);
#else
  return level;
#endif
}
`;
}

/** The rule of `drawnState` in the model: 0 absent, 1 past, 2 now. */
export const STATE = `
layout(location = ${ATTRIBUTES.place}) in uvec2 a_place;
layout(location = ${ATTRIBUTES.begin}) in int a_begin;
layout(location = ${ATTRIBUTES.end}) in int a_end;
/** Facet, and the position of its form among FORMS: 0 a symbol, 1 an area, 2 a station, 3 a unit. */
layout(location = ${ATTRIBUTES.style}) in uvec2 a_style;
/** Replaced by any report, and by one that cites the main report. */
layout(location = ${ATTRIBUTES.replaced}) in ivec2 a_replaced;
uniform ivec2 u_moment;
uniform uvec4 u_shown[8];
uniform bool u_context;

int stateOf() {
  uint facet = a_style.x;
  // What a search did not find has a facet beyond all others.
  if (facet >= ${FACETS}u) return 0;
  uint word = u_shown[facet >> 7u][(facet >> 5u) & 3u];
  int replaced = u_context ? a_replaced.x : a_replaced.y;
  bool absent = a_begin >= u_moment.y || replaced < u_moment.y || ((word >> (facet & 31u)) & 1u) == 0u;
  return absent ? 0 : a_end > u_moment.x ? 2 : 1;
}
const vec4 NOWHERE = vec4(2.0, 2.0, 2.0, 1.0);
`;
