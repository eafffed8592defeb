import type { CustomLayerInterface, CustomRenderMethodInput, Map as MapLibre } from 'maplibre-gl';
import { FOREVER, countBefore, marksOfRows, type Columns } from '../model/columns';
import type { Shown } from '../model/facet';
import type { BitSet } from '../model/bit-set';
import type { Moment } from '../model/moment';
import { SCREEN_RECIPE, circleRecipe } from './circle-shaders';
import { colourOf } from './colour';
import { coloursOf, frameOf, frameTurns, setProjection, type Frame } from './frame';
import { MarkBuffers } from './mark-buffers';
import { Programs, type Program } from './program';
import { drawRing, ringRecipe, type Ring } from './ring';
import { ATTRIBUTES } from './shader-parts';
import { SoftCircles } from './soft-circles';
import { symbolScale } from './symbol-scale';
import { SYMBOL_BOX, symbolRecipe } from './symbol-shaders';
import type { Theme } from './theme';

/** What the clock tells the map: the date, and what shows of it. */
export interface Clock {
  moment: Moment;
  shown: Shown;
  /** Whether what is over stays, dimmed. */
  past: boolean;
}

/** The size of symbols of now and of the past, as shares of their box. */
export const NOW_SCALE = 0.95;
export const PAST_SCALE = 0.7;
/** A mark of the past is dimmed and drawn smaller than one of now. */
const PASSES = [
  { state: 1, opacity: 0.5, scale: PAST_SCALE },
  { state: 2, opacity: 1, scale: NOW_SCALE },
] as const;
/** How long a frame may take to hand marks over, in milliseconds. */
const UPLOAD_TIME = 8;

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
  #ready = false;

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
    const { found } = clock.shown;
    if (found !== this.#clock.shown.found) this.#find(found);
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

  /** Whether so few marks are drawn that nothing else on the map need wait for them. */
  get isLight(): boolean {
    return this.#columns.marks.length <= 50_000;
  }

  /** How large symbols are drawn, as a share of their full size, at a zoom: the more there are, the smaller. */
  scaleAt(zoom: number): number {
    return symbolScale(this.#columns.marks.length, zoom);
  }

  onAdd(map: MapLibre, gl: WebGL2RenderingContext): void {
    this.#map = map;
    this.#programs = new Programs(gl);
    this.#buffers = new MarkBuffers(gl, this.#columns, this.#clock.shown.found);
    this.#circles.forget();
    this.#ready = false;
  }

  onRemove(_map: MapLibre, gl: WebGL2RenderingContext): void {
    if (this.#map && !this.#ready) this.#map.repaint = false;
    this.#buffers?.remove();
    this.#programs?.remove();
    this.#circles.remove(gl);
    this.#buffers = this.#programs = this.#map = undefined;
  }

  render(gl: WebGL2RenderingContext, input: CustomRenderMethodInput): void {
    const frame = this.#frame(gl, input);
    if (!frame || !this.#buffers || !this.#isReady(frame, this.#buffers)) return;
    gl.bindVertexArray(this.#buffers.points);
    gl.vertexAttribI4i(ATTRIBUTES.replaced, FOREVER, FOREVER, 0, 0);
    for (const pass of this.#clock.past ? PASSES : PASSES.slice(1)) this.#drawSymbols(frame, pass);
    gl.bindVertexArray(null);
    for (const ring of this.#rings) drawRing(frame, ring, this.#theme);
  }

  /** Few marks change within a frame; very many are gone until all are handed over, so that no picture mixes two searches. */
  #find(found: BitSet | undefined): void {
    this.#buffers?.find(found);
    if (!this.isLight) this.#ready = false;
  }

  #prerender(gl: WebGL2RenderingContext, input: CustomRenderMethodInput): void {
    const frame = this.#frame(gl, input);
    const instances = this.#buffers?.instances;
    if (!frame || !instances || !this.#ready) return;
    gl.bindVertexArray(instances);
    gl.vertexAttribI4i(ATTRIBUTES.replaced, FOREVER, FOREVER, 0, 0);
    this.#circles.draw(frame, this.#columns.marks.length, this.#theme, (program) => this.#setClock(frame, program));
    gl.bindVertexArray(null);
  }

  #renderUnderlay(gl: WebGL2RenderingContext): void {
    if (this.#programs && this.#ready) this.#circles.lay(gl, this.#programs, this.#theme);
  }

  /**
   * True once all is on the graphics card. A million marks are handed over a little in each frame, and programs compile
   * beside: the page never waits.
   */
  #isReady({ shader, programs }: Frame, buffers: MarkBuffers): boolean {
    if (this.#ready) {
      if (this.#map?.repaint) this.#map.repaint = false;
      return true;
    }
    const recipes = [symbolRecipe(shader), ringRecipe(shader)];
    if (buffers.instances) recipes.push(circleRecipe(shader), SCREEN_RECIPE);
    const linked = recipes.map((recipe) => programs.prepare(recipe)).every(Boolean);
    this.#ready = buffers.upload(UPLOAD_TIME) && linked;
    if (this.#ready) for (const recipe of recipes) programs.use(recipe);
    // The soft circles are drawn before this, so that all is shown together in the next frame. Until then the map is not idle.
    if (this.#map) this.#map.repaint = true;
    return false;
  }

  #frame(gl: WebGL2RenderingContext, input: CustomRenderMethodInput): Frame | undefined {
    const map = this.#map;
    const programs = this.#programs;
    if (!map || !programs || this.#columns.marks.length === 0) return undefined;
    if (this.#ready) this.#buffers?.upload(Infinity);
    return frameOf(map, gl, programs, input);
  }

  #drawSymbols(frame: Frame, { state, opacity, scale }: (typeof PASSES)[number]): void {
    const { gl, programs, shader, ratio, zoom } = frame;
    const [first, last] = this.#rangeOf(state);
    if (first >= last) return;
    const program = programs.use(symbolRecipe(shader));
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
