/**
 * From now on counts how often buffers of vertices and textures are filled, in every WebGL2 context of the page.
 * Uniforms are no upload, and neither are the buffers in which MapLibre keeps its own.
 */
export function countUploads(): () => number {
  let uploads = 0;
  const { prototype } = WebGL2RenderingContext;
  const count = (name: 'bufferData' | 'bufferSubData' | 'texImage2D' | 'texSubImage2D') => {
    const original = Reflect.get(prototype, name) as (...values: unknown[]) => void;
    prototype[name] = function (this: WebGL2RenderingContext, ...values: unknown[]) {
      if (values[0] !== WebGL2RenderingContext.UNIFORM_BUFFER) uploads += 1;
      Reflect.apply(original, this, values);
    };
  };
  count('bufferData');
  count('bufferSubData');
  count('texImage2D');
  count('texSubImage2D');
  return () => uploads;
}
