import type { Kind } from '../model/feature';
import type { Theme } from './theme';

/** The outline of each kind's symbol in a box of 24 by 24: kind is a shape before it is a colour. The map's shader has the same. */
export const SYMBOL_PATHS: Record<Kind, string> = {
  incident: 'M12 3 21 12 12 21 3 12Z',
  movement: 'M5 3.5 21 12 5 20.5Z',
  statement: 'M4 4H20V16H12L6 21V16H4Z',
  context: 'M4.5 4.5H19.5V19.5H4.5Z',
  place: 'M12 6.5A5.5 5.5 0 1 1 12 17.5 5.5 5.5 0 1 1 12 6.5Z',
};
const HEAD_PATH = 'M12 2 21 21 12 16.5 3 21Z';

/** Pixels of a drawn head for each pixel on the map. */
export const HEAD_PIXEL_RATIO = 2;
const BOX = 28;

/** Name of the image of a movement's head in a theme: hollow where it is added context. */
export function headName(reported: boolean, theme: Theme): string {
  return ['head', reported ? 'reported' : 'context', theme.dark ? 'dark' : 'light'].join(':');
}

/** The image that {@link headName} names, at twice its size on the map; undefined for any other name. */
export function drawHead(name: string, theme: Theme): ImageData | undefined {
  const [prefix, certainty] = name.split(':');
  if (prefix !== 'head') return undefined;
  const size = BOX * HEAD_PIXEL_RATIO;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size;
  const pen = canvas.getContext('2d');
  if (!pen) return undefined;
  const path = new Path2D(HEAD_PATH);
  const hollow = certainty === 'context';
  pen.scale(HEAD_PIXEL_RATIO, HEAD_PIXEL_RATIO);
  pen.translate((BOX - 24) / 2, (BOX - 24) / 2);
  pen.lineJoin = 'round';
  pen.strokeStyle = theme.casing;
  pen.lineWidth = 4.5;
  pen.stroke(path);
  pen.fillStyle = hollow ? theme.casing : theme.movement;
  pen.fill(path);
  pen.strokeStyle = theme.movement;
  pen.lineWidth = hollow ? 2.5 : 0.75;
  pen.stroke(path);
  return pen.getImageData(0, 0, size, size);
}
