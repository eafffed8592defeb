/** A linked program and where its uniforms are. */
export interface Program {
  program: WebGLProgram;
  /** The uniform's place, or null where the compiler found no use for it. */
  at: (uniform: string) => WebGLUniformLocation | null;
}

/** How a program is made. */
export interface Recipe {
  /** Tells it from all others, the projection's variant included. */
  name: string;
  /** A vertex shader and a fragment shader. */
  sources: () => [vertex: string, fragment: string];
}

/**
 * The programs of one context. They are compiled beside the page's work: asking for one that is not ready waits for it,
 * and for all that the graphics card has still to draw.
 */
export class Programs {
  readonly #gl: WebGL2RenderingContext;
  readonly #parallel: KHR_parallel_shader_compile | null;
  readonly #begun = new Map<string, WebGLProgram>();
  readonly #linked = new Map<string, Program>();

  constructor(gl: WebGL2RenderingContext) {
    this.#gl = gl;
    this.#parallel = gl.getExtension('KHR_parallel_shader_compile');
  }

  /** Begins to compile a program if it is new; true once it may be used without waiting. */
  prepare(recipe: Recipe): boolean {
    const program = this.#begun.get(recipe.name) ?? this.#begin(recipe);
    return (
      this.#linked.has(recipe.name) ||
      !this.#parallel ||
      this.#gl.getProgramParameter(program, this.#parallel.COMPLETION_STATUS_KHR) !== false
    );
  }

  /**
   * Makes a program current and returns it. Throws where a shader is wrong, which is ours to mend; in a lost context it gives one that draws nothing.
   */
  use(recipe: Recipe): Program {
    let known = this.#linked.get(recipe.name);
    if (!known) {
      known = this.#link(this.#begun.get(recipe.name) ?? this.#begin(recipe));
      this.#linked.set(recipe.name, known);
    }
    this.#gl.useProgram(known.program);
    return known;
  }

  /** Frees them all. */
  remove(): void {
    for (const program of this.#begun.values()) this.#gl.deleteProgram(program);
    this.#begun.clear();
    this.#linked.clear();
  }

  #begin({ name, sources }: Recipe): WebGLProgram {
    const gl = this.#gl;
    const [vertex, fragment] = sources();
    const program = gl.createProgram();
    for (const [kind, source] of [
      [gl.VERTEX_SHADER, vertex],
      [gl.FRAGMENT_SHADER, fragment],
    ] as const) {
      const shader = gl.createShader(kind);
      if (!shader) continue;
      gl.shaderSource(shader, source);
      gl.compileShader(shader);
      gl.attachShader(program, shader);
      gl.deleteShader(shader);
    }
    gl.linkProgram(program);
    this.#begun.set(name, program);
    return program;
  }

  #link(program: WebGLProgram): Program {
    const gl = this.#gl;
    if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
      const logs = (gl.getAttachedShaders(program) ?? []).map((shader) => gl.getShaderInfoLog(shader));
      throw new Error(`a shader is wrong: ${[...logs, gl.getProgramInfoLog(program)].filter(Boolean).join(' ')}`);
    }
    // All at once: asked for later, each would wait for what the graphics card is drawing.
    const places = new Map<string, WebGLUniformLocation | null>();
    const count = Number(gl.getProgramParameter(program, gl.ACTIVE_UNIFORMS) ?? 0);
    for (let index = 0; index < count; index++) {
      const name = gl.getActiveUniform(program, index)?.name;
      if (name !== undefined) places.set(name, gl.getUniformLocation(program, name));
    }
    return { program, at: (uniform) => places.get(uniform) ?? null };
  }
}
