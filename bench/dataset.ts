import { closeSync, mkdirSync, openSync, statSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { eventsOf, type DatedEvent } from './events';
import { movementTexts } from './movement-dataset';
import type { Task } from './plan';
import { DAY, FIRST_DATE, KINDS, positionAt } from './scene';

/** Where the files lie that the page loads. */
export const DATA_FOLDER = path.join(import.meta.dirname, '.cache');

const LINES_AT_ONCE = 10_000;

/** Name of the file that a row loads: events as one GeoJSON file, movements as a story.json with one layer. */
export function datasetName({ mode, n }: Pick<Task, 'mode' | 'n'>): string {
  return mode === 'movements' ? `movements-${n}.json` : `events-${n}.geojson`;
}

/** Writes what a row loads, and returns its size in bytes. */
export function writeDataset(task: Pick<Task, 'mode' | 'n'>): number {
  mkdirSync(DATA_FOLDER, { recursive: true });
  const file = path.join(DATA_FOLDER, datasetName(task));
  return task.mode === 'movements' ? writeMovements(file, task.n) : writeEvents(file, task.n);
}

function writeMovements(file: string, count: number): number {
  const layerName = `movements-${count}.geojson`;
  const { story, layer } = movementTexts(count, layerName);
  writeFileSync(file, story);
  writeFileSync(path.join(path.dirname(file), layerName), layer);
  return Buffer.byteLength(story) + Buffer.byteLength(layer);
}

function writeEvents(file: string, count: number): number {
  const events = eventsOf(count);
  const descriptor = openSync(file, 'w');
  writeSync(descriptor, '{"type":"FeatureCollection","features":[\n');
  for (let first = 0; first < events.length; first += LINES_AT_ONCE) {
    const lines = events.slice(first, first + LINES_AT_ONCE).map((event, index) => featureText(event, first + index));
    const isLast = first + lines.length === events.length;
    writeSync(descriptor, `${lines.join(',\n')}${isLast ? '' : ','}\n`);
  }
  writeSync(descriptor, ']}\n');
  closeSync(descriptor);
  return statSync(file).size;
}

/** One feature as Dateline's data contract has it, and `day` for techniques that filter by a number. */
function featureText({ point, day, kind, role }: DatedEvent, id: number): string {
  const when = new Date(FIRST_DATE + day * DAY).toISOString().slice(0, 10);
  const title = `${role === 'beacon' ? 'Beacon' : 'Event'} ${id}`;
  return JSON.stringify({
    type: 'Feature',
    id,
    properties: { kind: KINDS[kind], title, when, day },
    geometry: { type: 'Point', coordinates: positionAt(point).map((degrees) => Number(degrees.toFixed(5))) },
  });
}
