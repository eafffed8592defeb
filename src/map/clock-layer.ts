import type { CustomLayerInterface, CustomRenderMethodInput, Map as MapLibre } from 'maplibre-gl';
import { FOREVER, countBefore, marksOfRows, type Columns } from '../model/columns';
import type { Shown } from '../model/facet';
import { WORLD, mercatorOf } from '../model/mercator';
import type { Moment } from '../model/moment';
import { colourOf } from './colour';
import { coloursOf, frameTurns, isRound, setProjection, type Frame } from './frame';
import { MarkBuffers } from './mark-buffers';
import { Programs, type Program } from './program';
import { ATTRIBUTES } from './shader-parts';
import { SoftCircles } from './soft-circles';
import { symbolScale } from './symbol-scale';
import { RING_FRAGMENT, SYMBOL_BOX, SYMBOL_FRAGMENT, ringVertex, symbolVertex } from './symbol-shaders';
import type { Theme } from './theme';

/** What the clock tells the map: the date, and what shows of it. */
export interface Clock {
  moment: Moment;
  shown: Shown;
  /** Whether what is over stays, dimmed. */
  past: boolean;
}

/** A ring round a place, in steps of the world. */
export interface Ring {
  place: readonly [number, number];
  strength: 'selected' | 'hovered';
}

/** The size of symbols of now and of the past, as shares of their box. */
export const NOW_SCALE = 0.95;
export const PAST_SCALE = 0.7;
/** A mark of the past is dimmed and drawn smaller than one of now. */
const PASSES = [
  { state: 1, opacity: 0.5, scale: PAST_SCALE },
  { state: 2, opacity: 1, scale: NOW_SCALE },
] as const;
const RING_RADIUS = 17;
const RING_WIDTH = 2;
const RING_OPACITY = { selected: 1, hovered: 0.55 };

/**
 * Draws every dated point mark of a story, from columns that are uploaded once: a step, a switch, a theme or a
 * selection changes uniforms, and the whole map shows it in the next frame. Add {@link ClockLayer.underlay} below the
 * labels and the layer itself above them; both may be added again to a new style.
 */
export class ClockLayer implements CustomLayerInterface {
  readonly id = 'story-marks';
  readonly type = 'custom';
  readonly renderingMode = '2d';
  readonly underlay: CustomLayerInterface;

  readonly #columns: Columns;
  readonly #circles: SoftCircles;
  #theme: Theme;
  #clock: Clock = {
    moment: { from: -FOREVER, to: -FOREVER },
    shown: { bits: new Uint32Array(32), context: true },
    past: true,
  };
  #rings: readonly Ring[] = [];
  #map: MapLibre | undefined;
  #buffers: MarkBuffers | undefined;
  #programs: Programs | undefined;

  constructor(columns: Columns, theme: Theme) {
    this.#columns = columns;
    this.#theme = theme;
    this.#circles = new SoftCircles(columns.marks);
    this.underlay = {
      id: 'story-doubt',
      type: 'custom',
      renderingMode: '2d',
      ...(columns.marks.uncertainty ? { prerender: (gl, input) => this.#prerender(gl, input) } : {}),
      render: (gl) => this.#renderUnderlay(gl),
    };
  }

  /** Shows another date or filter in the next frame. */
  show(clock: Clock): void {
    this.#clock = clock;
    this.#map?.triggerRepaint();
  }

  /** Rings these places in the next frame, and no other. */
  ring(rings: readonly Ring[]): void {
    this.#rings = rings;
    this.#map?.triggerRepaint();
  }

  /** Draws in the colours of another theme from the next frame on. */
  setTheme(theme: Theme): void {
    this.#theme = theme;
    this.#map?.triggerRepaint();
  }

  /** How large symbols are drawn, as a share of their full size, at a zoom: the more there are, the smaller. */
  scaleAt(zoom: number): number {
    return symbolScale(this.#columns.marks.length, zoom);
  }

  onAdd(map: MapLibre, gl: WebGL2RenderingContext): void {
    this.#map = map;
    this.#programs = new Programs(gl);
    this.#buffers = new MarkBuffers(gl, this.#columns);
    this.#circles.forget();
  }

  onRemove(_map: MapLibre, gl: WebGL2RenderingContext): void {
    this.#buffers?.remove();
    this.#programs?.remove();
    this.#circles.remove(gl);
    this.#buffers = this.#programs = this.#map = undefined;
  }

  render(gl: WebGL2RenderingContext, input: CustomRenderMethodInput): void {
    const frame = this.#frame(gl, input);
    if (!frame || !this.#buffers) return;
    gl.bindVertexArray(this.#buffers.points);
    gl.vertexAttribI4i(ATTRIBUTES.replaced, FOREVER, FOREVER, 0, 0);
    for (const pass of this.#clock.past ? PASSES : PASSES.slice(1)) this.#drawSymbols(frame, pass);
    gl.bindVertexArray(null);
    for (const ring of this.#rings) this.#drawRing(frame, ring);
  }

  #prerender(gl: WebGL2RenderingContext, input: CustomRenderMethodInput): void {
    const frame = this.#frame(gl, input);
    const instances = this.#buffers?.instances;
    if (!frame || !instances) return;
    gl.bindVertexArray(instances);
    gl.vertexAttribI4i(ATTRIBUTES.replaced, FOREVER, FOREVER, 0, 0);
    this.#circles.draw(frame, this.#columns.marks.length, this.#theme, (program) => this.#setClock(frame, program));
    gl.bindVertexArray(null);
  }

  #renderUnderlay(gl: WebGL2RenderingContext): void {
    if (this.#programs) this.#circles.lay(gl, this.#programs, this.#theme);
  }

  #frame(gl: WebGL2RenderingContext, input: CustomRenderMethodInput): Frame | undefined {
    const map = this.#map;
    const programs = this.#programs;
    if (!map || !programs || this.#columns.marks.length === 0) return undefined;
    const { defaultProjectionData: projection, shaderData: shader } = input;
    const ratio = gl.drawingBufferWidth / Math.max(1, map.getCanvas().clientWidth);
    const zoom = map.getZoom();
    return {
      gl,
      projection,
      matrix: isRound({ shader }) ? input.modelViewProjectionMatrix : projection.mainMatrix,
      shader,
      programs,
      centre: stepsOf(map.getCenter()),
      ratio,
      world: 512 * 2 ** zoom * ratio,
      zoom,
    };
  }

  #drawSymbols(frame: Frame, { state, opacity, scale }: (typeof PASSES)[number]): void {
    const { gl, programs, shader, ratio, zoom } = frame;
    const [first, last] = this.#rangeOf(state);
    if (first >= last) return;
    const program = programs.use(`symbol ${shader.variantName}`, () => [symbolVertex(shader), SYMBOL_FRAGMENT]);
    this.#setClock(frame, program);
    const size = SYMBOL_BOX * scale * this.scaleAt(zoom) * ratio;
    gl.uniform1i(program.at('u_state'), state);
    gl.uniform1f(program.at('u_size'), size);
    gl.uniform1f(program.at('u_unit'), SYMBOL_BOX / size);
    // Among thousands the past is a ground, on which what is of now stands out.
    const faint = state === 1 ? Math.max(0.4, symbolScale(this.#columns.marks.length, 0)) : 1;
    gl.uniform1f(program.at('u_opacity'), opacity * faint);
    gl.uniform3fv(program.at('u_colours[0]'), coloursOf(this.#theme));
    gl.uniform3fv(program.at('u_casing'), colourOf(this.#theme.casing));
    for (const turn of frameTurns(frame, size / 2)) {
      gl.uniform1f(program.at('u_turn'), turn);
      gl.drawArrays(gl.POINTS, first, last - first);
    }
  }

  /** The marks among which all those of a state are: rows are in order of date, and none lasts longer than the longest. */
  #rangeOf(state: 1 | 2): [number, number] {
    const { begin, dated, longest } = this.#columns;
    const { from, to } = this.#clock.moment;
    const rows =
      state === 1
        ? [0, countBefore(begin, Math.min(from, to), dated)]
        : [countBefore(begin, from - longest + 1, dated), countBefore(begin, to, dated)];
    return marksOfRows(this.#columns, rows[0] ?? 0, rows[1] ?? 0);
  }

  #drawRing(frame: Frame, { place, strength }: Ring): void {
    const { gl, programs, shader, ratio } = frame;
    const program = programs.use(`ring ${shader.variantName}`, () => [ringVertex(shader), RING_FRAGMENT]);
    const reach = (RING_RADIUS + RING_WIDTH + 1) * ratio;
    setProjection(frame, program);
    gl.uniform2ui(program.at('u_place'), place[0], place[1]);
    gl.uniform1f(program.at('u_reach'), reach);
    gl.uniform2f(program.at('u_screen'), gl.drawingBufferWidth, gl.drawingBufferHeight);
    gl.uniform3fv(program.at('u_colour'), colourOf(this.#theme.ring));
    gl.uniform1f(program.at('u_opacity'), RING_OPACITY[strength]);
    gl.uniform1f(program.at('u_radius'), RING_RADIUS * ratio);
    gl.uniform1f(program.at('u_width'), RING_WIDTH * ratio);
    for (const turn of frameTurns(frame, reach)) {
      gl.uniform1f(program.at('u_turn'), turn);
      gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4);
    }
  }

  #setClock(frame: Frame, program: Program): void {
    const { gl } = frame;
    const { moment, shown, past } = this.#clock;
    setProjection(frame, program);
    gl.uniform2i(program.at('u_moment'), moment.from, moment.to);
    gl.uniform4uiv(program.at('u_shown[0]'), shown.bits);
    gl.uniform1i(program.at('u_context'), Number(shown.context));
    gl.uniform1i(program.at('u_past'), Number(past));
  }
}

/**
 * A place near the middle of the map, in steps of the world and in the turn of it where the camera is: one that moves
 * over the antimeridian may count on beyond 180°.
 */
function stepsOf({ lng, lat }: { lng: number; lat: number }): [number, number] {
  const [x, y] = mercatorOf([lng, Math.max(-85, Math.min(85, lat))]) ?? [0, 0];
  return [x + Math.floor(lng / 360 + 0.5) * WORLD, y];
}
