import type { CustomLayerInterface, CustomRenderMethodInput, Map as MapLibre } from 'maplibre-gl';
import { colourOf } from './colour';
import { frameOf, frameTurns, setProjection } from './frame';
import { Growth } from './growth';
import { LegBuffers } from './leg-buffers';
import { legRecipe } from './leg-shaders';
import type { ShownLeg } from './leg-states';
import type { Leg } from './legs';
import { Programs } from './program';
import type { Theme } from './theme';

/** How far a piece may go round the world from its first vertex, as a share of it. */
const REACH = 0.45;

/**
 * Draws the movements' lines: curved, headed, as wide as the force is strong, by status solid, dashed or dotted. Courses
 * are uploaded once; a step hands over which of them show, and a new one draws itself. It may be added again to a new
 * style.
 */
export class MovementLayer implements CustomLayerInterface {
  readonly id = 'story-movements';
  readonly type = 'custom';
  readonly renderingMode = '2d';

  readonly #legs: readonly Leg[];
  readonly #growth = new Growth();
  #theme: Theme;
  #map: MapLibre | undefined;
  #programs: Programs | undefined;
  #buffers: LegBuffers | undefined;
  /** Of the strip that is drawn. */
  #vertices = 0;
  #settled = false;
  #detail = NaN;
  #ready = false;

  constructor(legs: readonly Leg[], theme: Theme) {
    this.#legs = legs;
    this.#theme = theme;
  }

  /** Shows these legs in the next frame, the last on top. Those that are new draw themselves, where it is `moving`. */
  show(shown: readonly ShownLeg[], moving: boolean): void {
    this.#growth.step(shown, moving, performance.now());
    this.#settled = false;
    this.#map?.triggerRepaint();
  }

  /** Draws in the colours of another theme from the next frame on. */
  setTheme(theme: Theme): void {
    this.#theme = theme;
    this.#map?.triggerRepaint();
  }

  onAdd(map: MapLibre, gl: WebGL2RenderingContext): void {
    this.#map = map;
    this.#programs = new Programs(gl);
    this.#buffers = this.#legs.length > 0 ? new LegBuffers(gl, this.#legs) : undefined;
    this.#settled = this.#ready = false;
  }

  onRemove(): void {
    this.#buffers?.remove();
    this.#programs?.remove();
    this.#buffers = this.#programs = this.#map = undefined;
  }

  render(gl: WebGL2RenderingContext, input: CustomRenderMethodInput): void {
    if (!this.#map || !this.#programs || !this.#buffers) return;
    const recipe = legRecipe(input.shaderData);
    // The program compiles beside the page, and the map is not idle before it draws.
    if (!this.#ready && !this.#programs.prepare(recipe)) {
      this.#map.triggerRepaint();
      return;
    }
    this.#ready = true;
    const frame = frameOf(this.#map, gl, this.#programs, input);
    // Twice in each zoom level what is small enough gets along with fewer vertices.
    const detail = Math.ceil(2 * frame.zoom) / 2;
    if (!this.#settled || detail !== this.#detail) {
      const { shown, still } = this.#growth.at(performance.now());
      this.#vertices = this.#buffers.fill(shown, frame.world * 2 ** (detail - frame.zoom));
      this.#detail = detail;
      this.#settled = still;
      if (!still) this.#map.triggerRepaint();
    }
    if (this.#vertices === 0) return;
    const program = this.#programs.use(recipe);
    setProjection(frame, program);
    gl.uniform2f(program.at('u_screen'), gl.drawingBufferWidth, gl.drawingBufferHeight);
    gl.uniform1f(program.at('u_ratio'), frame.ratio);
    gl.uniform3fv(program.at('u_ink'), colourOf(this.#theme.movement));
    gl.uniform3fv(program.at('u_casing'), colourOf(this.#theme.casing));
    gl.uniform1i(program.at('u_vertices'), 0);
    gl.uniform1i(program.at('u_pieces'), 1);
    this.#buffers.bind();
    gl.bindVertexArray(this.#buffers.array);
    for (const turn of frameTurns(frame, REACH * frame.world)) {
      gl.uniform1f(program.at('u_turn'), turn);
      gl.drawArrays(gl.TRIANGLE_STRIP, 0, this.#vertices);
    }
    gl.bindVertexArray(null);
  }
}
