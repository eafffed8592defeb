import type { Budget, Loading, PageBench, Stepping } from '../page-bench';
import type { Mode } from '../scene';
import type { TechniqueName } from '../techniques';
import { measurePlay } from './playing';
import type { Stage } from './stage';
import { TaskWatch } from './task-watch';
import { measureRepaints, measureSteps, repeat } from './stepping';
import type { Technique } from './technique';

/** Code of each technique, in chunks of their own: a page loads one. */
const LOADERS: Record<TechniqueName, () => Promise<() => Technique>> = {
  dateline: async () => (await import('./techniques/dateline')).dateline,
  setFilter: async () => (await import('./techniques/set-filter')).setFilter,
  'global-state': async () => (await import('./techniques/global-state')).globalState,
  setData: async () => (await import('./techniques/set-data')).setData,
  'deck.gl': async () => (await import('./techniques/deck')).deck,
  leaflet: async () => (await import('./techniques/leaflet')).leaflet,
  'leaflet.timeline': async () => (await import('./techniques/leaflet-timeline')).leafletTimeline,
  'leaflet.timedimension': async () => (await import('./techniques/leaflet-timedimension')).leafletTimeDimension,
};

const FIRST_STEP = 12;

/** Movements have a stage of their own, and one technique only. */
async function createStage(technique: TechniqueName, mode: Mode): Promise<Stage> {
  if (mode === 'movements') return new (await import('./movement-stage')).MovementStage();
  const [{ EventStage }, create] = await Promise.all([import('./event-stage'), LOADERS[technique]()]);
  return new EventStage(create(), mode);
}

/** The page's side of the bench. */
class Bench implements PageBench {
  #prepared: Stage | undefined;
  #stage: Stage | undefined;
  #step = FIRST_STEP;

  async prepare(technique: TechniqueName, mode: Mode): Promise<void> {
    this.#prepared = await createStage(technique, mode);
  }

  async load(url: string, count: number): Promise<Loading> {
    const stage = this.#prepared;
    if (!stage) throw new Error('nothing is prepared');
    const container = document.querySelector<HTMLElement>('#map');
    if (!container) throw new Error('the page has no place for a map');
    let firstMs: number | null = null;
    const tasks = new TaskWatch();
    const start = performance.now();
    stage.listen(() => {
      // Reading a frame waits for the graphics card, which is the bench's doing and not the technique's.
      tasks.without(() => {
        if (firstMs === null && stage.picture() === stage.pictureAt(FIRST_STEP)) firstMs = performance.now() - start;
      });
    });
    await stage.load({ container, url, count, step: FIRST_STEP, onmap: () => tasks.begin() });
    this.#stage = stage;
    await new Promise((resolve) => setTimeout(resolve, 100));
    const longestTaskMs = tasks.end();
    return { firstMs, longestTaskMs };
  }

  renderer(): string {
    const gl = document.createElement('canvas').getContext('webgl2');
    const names = gl?.getExtension('WEBGL_debug_renderer_info');
    return gl && names ? String(gl.getParameter(names.UNMASKED_RENDERER_WEBGL)) : 'no WebGL2';
  }

  async memory(): Promise<number> {
    // TypeScript's DOM does not know it yet.
    const measuring = performance as Performance & {
      measureUserAgentSpecificMemory(): Promise<{ bytes: number }>;
    };
    return (await measuring.measureUserAgentSpecificMemory()).bytes;
  }

  async check(step: number): Promise<string | null> {
    const stage = this.#staged();
    this.#step = step % stage.steps;
    return stage.check(this.#step);
  }

  async step(budget: Budget): Promise<Stepping> {
    const { stepping, last } = await measureSteps(this.#staged(), this.#step, budget);
    this.#step = last;
    return stepping;
  }

  async repaint(budget: Budget): Promise<number[]> {
    const { repaints, last } = await measureRepaints(this.#staged(), this.#step, budget);
    this.#step = last;
    return repaints;
  }

  stepUnread(budget: Budget): Promise<number> {
    const stage = this.#staged();
    return repeat(budget, async () => {
      this.#step = stage.next(this.#step);
      stage.step(this.#step);
      await stage.settle();
    });
  }

  play(milliseconds: number): Promise<number> {
    return measurePlay(this.#staged(), this.#step, milliseconds);
  }

  #staged(): Stage {
    if (!this.#stage) throw new Error('nothing is loaded');
    return this.#stage;
  }
}

window.bench = new Bench();
