import type { PathShape, Shape, SoftShape, TextShape } from './shape';

/** How a soft circle fades, as the other map's shader has it (a smooth step): shares of its radius and of its opacity. */
const FADE = [
  [0, 1],
  [0.55, 1],
  [0.64, 0.9],
  [0.73, 0.65],
  [0.82, 0.35],
  [0.91, 0.1],
  [1, 0],
] as const;

/** Draws shapes, the last on top. */
export function drawShapes(pen: OffscreenCanvasRenderingContext2D, shapes: readonly Shape[]): void {
  for (const shape of shapes) {
    pen.save();
    if (shape.form === 'path') drawPath(pen, shape);
    else if (shape.form === 'soft') drawSoft(pen, shape);
    else drawText(pen, shape);
    pen.restore();
  }
}

function drawPath(pen: OffscreenCanvasRenderingContext2D, shape: PathShape): void {
  const { at, fill, stroke, width = 1, opacity = 1, strokeOpacity = 1 } = shape;
  const path = new Path2D(shape.d);
  if (at) {
    pen.translate(at[0], at[1]);
    pen.scale(at[2], at[2]);
  }
  if (fill !== undefined) {
    pen.globalAlpha = opacity;
    pen.fillStyle = fill;
    pen.fill(path);
  }
  if (stroke === undefined) return;
  pen.globalAlpha = opacity * strokeOpacity;
  pen.strokeStyle = stroke;
  pen.lineWidth = width;
  pen.lineCap = shape.cap ?? 'butt';
  pen.lineJoin = shape.join ?? 'miter';
  pen.setLineDash([...(shape.dashes ?? [])]);
  pen.stroke(path);
}

function drawSoft(pen: OffscreenCanvasRenderingContext2D, { x, y, radius, colour, opacity }: SoftShape): void {
  const gradient = pen.createRadialGradient(x, y, 0, x, y, radius);
  for (const [share, strength] of FADE) {
    const alpha = Math.round(strength * 255);
    gradient.addColorStop(share, `${colour}${alpha.toString(16).padStart(2, '0')}`);
  }
  pen.globalAlpha = opacity;
  pen.fillStyle = gradient;
  pen.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
}

function drawText(pen: OffscreenCanvasRenderingContext2D, shape: TextShape): void {
  const { x, y, lines, size, lineHeight, halo, haloWidth = 0 } = shape;
  pen.font = `${size}px "${shape.font}", system-ui, sans-serif`;
  pen.textAlign = ({ start: 'left', middle: 'center', end: 'right' } as const)[shape.anchor];
  // Not every browser can space letters: there they stand as close as the font has them.
  pen.letterSpacing = `${shape.spacing ?? 0}px`;
  pen.globalAlpha = shape.opacity ?? 1;
  pen.lineJoin = 'round';
  pen.lineWidth = 2 * haloWidth;
  pen.fillStyle = shape.colour;
  if (halo !== undefined && haloWidth > 0) {
    pen.strokeStyle = halo;
    for (const [index, line] of lines.entries()) pen.strokeText(line, x, y + index * lineHeight);
  }
  for (const [index, line] of lines.entries()) pen.fillText(line, x, y + index * lineHeight);
}
