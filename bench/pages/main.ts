import type { Budget, Loading, PageBench, Stepping } from '../page-bench';
import type { Mode } from '../scene';
import type { TechniqueName } from '../techniques';
import { checkStep } from './checking';
import { measurePlay } from './playing';
import { Stage } from './stage';
import { TaskWatch } from './task-watch';
import { measureRepaints, measureSteps, nextStep, repeat } from './stepping';
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

/** The page's side of the bench. */
class Bench implements PageBench {
  #create: (() => Technique) | undefined;
  #stage: Stage | undefined;
  #step = FIRST_STEP;

  async prepare(technique: TechniqueName): Promise<void> {
    this.#create = await LOADERS[technique]();
  }

  async load(url: string, count: number, mode: Mode): Promise<Loading> {
    if (!this.#create) throw new Error('no technique is prepared');
    const container = document.querySelector<HTMLElement>('#map');
    if (!container) throw new Error('the page has no place for a map');
    const stage = new Stage(this.#create(), mode);
    let firstMs: number | null = null;
    const tasks = new TaskWatch();
    const start = performance.now();
    stage.listen(() => {
      // Reading a frame waits for the graphics card, which is the bench's doing and not the technique's.
      tasks.without(() => {
        if (firstMs === null && stage.isWhole(FIRST_STEP)) firstMs = performance.now() - start;
      });
    });
    await stage.load(container, url, count, FIRST_STEP, () => tasks.begin());
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
    this.#step = step;
    return checkStep(this.#staged(), step);
  }

  async step(budget: Budget): Promise<Stepping> {
    const { stepping, last } = await measureSteps(this.#staged(), this.#step, budget);
    this.#step = last;
    return stepping;
  }

  repaint(budget: Budget): Promise<number[]> {
    return measureRepaints(this.#staged(), budget);
  }

  stepUnread(budget: Budget): Promise<number> {
    const stage = this.#staged();
    return repeat(budget, async () => {
      this.#step = nextStep(this.#step);
      stage.step(this.#step);
      await stage.technique.settle();
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
