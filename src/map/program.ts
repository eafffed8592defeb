/** A linked program and where its uniforms are. */
export interface Program {
  program: WebGLProgram;
  /** The uniform's place, or null where the compiler found no use for it. */
  at: (uniform: string) => WebGLUniformLocation | null;
}

/** Compiles and links a program. Throws where the shaders are wrong, which is ours to mend; a lost context gives one that draws nothing. */
export function linkProgram(gl: WebGL2RenderingContext, vertex: string, fragment: string): Program {
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
    if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS) && !gl.isContextLost()) {
      throw new Error(`a shader does not compile: ${gl.getShaderInfoLog(shader) ?? ''}`);
    }
    gl.deleteShader(shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
    throw new Error(`a program does not link: ${gl.getProgramInfoLog(program) ?? ''}`);
  }
  const places = new Map<string, WebGLUniformLocation | null>();
  const at = (uniform: string) => {
    if (!places.has(uniform)) places.set(uniform, gl.getUniformLocation(program, uniform));
    return places.get(uniform) ?? null;
  };
  return { program, at };
}

/** The programs of one context, each linked when it is first drawn with. */
export class Programs {
  readonly #gl: WebGL2RenderingContext;
  readonly #linked = new Map<string, Program>();

  constructor(gl: WebGL2RenderingContext) {
    this.#gl = gl;
  }

  /** Makes a program current and returns it; `name` must tell it from all others, the projection's variant included. */
  use(name: string, sources: () => [vertex: string, fragment: string]): Program {
    const known = this.#linked.get(name) ?? linkProgram(this.#gl, ...sources());
    this.#linked.set(name, known);
    this.#gl.useProgram(known.program);
    return known;
  }

  /** Frees them all. */
  remove(): void {
    for (const { program } of this.#linked.values()) this.#gl.deleteProgram(program);
    this.#linked.clear();
  }
}
