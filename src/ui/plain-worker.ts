import { chronicleOf } from '../model/chronicle';
import type { Feature } from '../model/feature';
import type { Lettering } from '../map/basemap-layers';
import { FONT_FACES } from '../map/font-faces';
import { addMapFonts } from '../plain/fonts';
import type { Measure } from '../plain/labels';
import { drawShapes } from '../plain/draw';
import { PlainMap, type PlainGround, type PlainScene } from '../plain/plain-map';
import { plainViewOf, type PlainFrame } from '../plain/view';
import { themeNamed, type ThemeName } from '../map/theme';
import { formatForce } from './format';
import { messagesFor } from './messages';

/** A story to draw. */
export interface PlainStory {
  features: readonly Feature[];
  layers: readonly string[];
  lettering: Lettering;
}

/** A view of it. Sizes are in pixels of the page. */
export interface PlainRequest extends Pick<PlainScene, 'clock' | 'hiddenPlaces'> {
  /** Tells the answer to it from others. */
  number: number;
  size: { width: number; height: number };
  /** Pixels of the screen for each of the page. */
  ratio: number;
  frame: PlainFrame;
  theme: ThemeName;
}

/** The picture that was asked for, and who made what its ground is drawn of. */
export interface PlainAnswer extends Pick<PlainRequest, 'number'> {
  picture: ImageBitmap;
  credits: readonly string[];
}

/** Of a letter, as a share of the size, where nobody can measure it. */
const USUAL_WIDTH = 0.55;
/** How long words wait for their fonts, in milliseconds. */
const PATIENCE = 3000;

let map: Promise<PlainMap> | undefined;
let ground: { told: PlainGround; ratio: number; canvas: OffscreenCanvas } | undefined;
let latest = 0;

addEventListener('message', ({ data }: MessageEvent<PlainStory | PlainRequest>) => {
  if ('features' in data) map = open(data);
  else {
    latest = data.number;
    void draw(data);
  }
});

async function open({ features, layers, lettering }: PlainStory): Promise<PlainMap> {
  const messages = await messagesFor(lettering.language);
  const measure = await measuring(messages.map);
  const chronicle = chronicleOf(features, layers);
  return new PlainMap(chronicle, lettering, (entry, whole) => formatForce(entry, whole, messages), measure);
}

async function draw({ number, size, ratio, frame, theme, ...scene }: PlainRequest): Promise<void> {
  const opened = await map;
  // What is asked for after it makes it idle.
  if (!opened || number !== latest) return;
  const whole = { ...scene, view: plainViewOf(size, frame), theme: themeNamed(theme) };
  const told = await opened.ground(whole);
  if (told !== ground?.told || ratio !== ground.ratio) {
    ground = { told, ratio, canvas: canvasOf(size, ratio, (pen) => drawShapes(pen, told.shapes)) };
  }
  const beneath = ground.canvas;
  const story = await opened.story(whole);
  if (number !== latest) return;
  const canvas = canvasOf(size, ratio, (pen) => {
    pen.drawImage(beneath, 0, 0, size.width, size.height);
    drawShapes(pen, story);
  });
  const picture = canvas.transferToImageBitmap();
  const answer: PlainAnswer = { number, picture, credits: told.credits };
  postMessage(answer, { transfer: [picture] });
}

function canvasOf(
  { width, height }: PlainRequest['size'],
  ratio: number,
  draw: (pen: OffscreenCanvasRenderingContext2D) => void,
): OffscreenCanvas {
  const canvas = new OffscreenCanvas(Math.round(width * ratio), Math.round(height * ratio));
  // By the processor: the graphics card is soon needed for the other map, and is slow to draw long paths.
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  pen?.scale(canvas.width / width, canvas.height / height);
  if (pen) draw(pen);
  return canvas;
}

/** Measures words in the map's fonts, once those of the letters of a sample have come. */
async function measuring(sample: string): Promise<Measure> {
  const pen = new OffscreenCanvas(1, 1).getContext('2d');
  const fonts = (globalThis as { fonts?: FontFaceSet }).fonts;
  if (!pen || !fonts) return (text) => text.length * USUAL_WIDTH;
  addMapFonts(fonts);
  await Promise.race([
    Promise.allSettled(Object.keys(FONT_FACES).map((font) => fonts.load(`16px "${font}"`, `A${sample}`))),
    new Promise((resolve) => setTimeout(resolve, PATIENCE)),
  ]);
  return (text, font) => {
    pen.font = `100px "${font}"`;
    return pen.measureText(text).width / 100;
  };
}
