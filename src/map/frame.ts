import type { CustomRenderMethodInput, Map as MapLibre } from 'maplibre-gl';
import { DATED_KINDS } from '../model/facet';
import { WORLD, mercatorOf } from '../model/mercator';
import type { ShaderData } from './shader-parts';
import { colourOf } from './colour';
import type { Program, Programs } from './program';
import { relativeTo, sphericalTo, turnsOf } from './relative';
import type { Theme } from './theme';

/** One frame of the map as the passes of this layer need it. */
export interface Frame {
  gl: WebGL2RenderingContext;
  projection: CustomRenderMethodInput['defaultProjectionData'];
  /** To clip space, of mercator coordinates or, on the globe, of a sphere of radius 1; in 64-bit floats. */
  matrix: ArrayLike<number>;
  shader: ShaderData;
  programs: Programs;
  /** In steps of the world, and in the turn of it that the camera is in. */
  centre: [number, number];
  /** Pixels of the screen for each of the map. */
  ratio: number;
  /** Pixels of the screen round the world. */
  world: number;
  zoom: number;
}

/** What a map draws now, as its custom layers are told. */
export function frameOf(
  map: MapLibre,
  gl: WebGL2RenderingContext,
  programs: Programs,
  { defaultProjectionData: projection, shaderData: shader, modelViewProjectionMatrix }: CustomRenderMethodInput,
): Frame {
  const ratio = gl.drawingBufferWidth / Math.max(1, widthOf(map.getCanvas()));
  const zoom = map.getZoom();
  return {
    gl,
    projection,
    matrix: isRound({ shader }) ? modelViewProjectionMatrix : projection.mainMatrix,
    shader,
    programs,
    centre: stepsOf(map.getCenter()),
    ratio,
    world: 512 * 2 ** zoom * ratio,
    zoom,
  };
}

/** In pixels of the page, as MapLibre wrote it: to measure it would lay out the page in the middle of a frame. */
function widthOf(canvas: HTMLCanvasElement): number {
  return Number.parseFloat(canvas.style.width) || canvas.clientWidth;
}

/**
 * A place near the middle of the map, in steps of the world and in the turn of it where the camera is: one that moves
 * over the antimeridian may count on beyond 180°.
 */
function stepsOf({ lng, lat }: { lng: number; lat: number }): [number, number] {
  const [x, y] = mercatorOf([lng, Math.max(-85, Math.min(85, lat))]) ?? [0, 0];
  return [x + Math.floor(lng / 360 + 0.5) * WORLD, y];
}

/** Whether a frame shows a globe, or one on its way to a flat map. */
export function isRound({ shader }: Pick<Frame, 'shader'>): boolean {
  return shader.define.includes('GLOBE');
}

/** The copies of the world that a frame shows, of things that reach so many pixels of the screen: one on the globe. */
export function frameTurns(frame: Frame, reach: number): number[] {
  return isRound(frame) ? [0] : turnsOf(frame.gl.drawingBufferWidth, frame.world, reach);
}

/** The kinds' colours as uniforms. */
export function coloursOf(theme: Theme): Float32Array {
  return Float32Array.from(DATED_KINDS.flatMap((kind) => [...colourOf(theme[kind])]));
}

/** Sets what the shaders' projection reads, all but the turn of the world. */
export function setProjection(frame: Frame, program: Program): void {
  const { gl, projection, matrix, centre } = frame;
  const round = isRound(frame);
  const relative = relativeTo(centre, round ? projection.fallbackMatrix : matrix);
  gl.uniform2ui(program.at('u_centre'), ...relative.centre);
  gl.uniformMatrix4fv(program.at('u_relative'), false, relative.matrix);
  if (!round) return;
  const spherical = sphericalTo(centre, matrix, projection.clippingPlane);
  gl.uniformMatrix4fv(program.at('u_round'), false, spherical.matrix);
  gl.uniform4fv(program.at('u_horizon'), spherical.horizon);
  gl.uniform2fv(program.at('u_latitude'), spherical.latitude);
  gl.uniform1f(program.at('u_roundness'), projection.projectionTransition);
}
