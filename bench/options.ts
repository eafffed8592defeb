import { parseArgs } from 'node:util';
import { MODES, type Mode } from './scene';
import { TECHNIQUES, type TechniqueName } from './techniques';

/** What the command line asks for; what it leaves open is undefined. */
export interface Options {
  quick: boolean;
  /** Draw with this machine's graphics card, not in software. */
  gpu: boolean;
  /** File to write the rows to. */
  json: string | undefined;
  techniques: TechniqueName[] | undefined;
  counts: number[] | undefined;
  modes: Mode[] | undefined;
}

export const USAGE = `npm run bench -- [--quick] [--gpu] [--json FILE] [--technique NAME,…] [--n COUNT,…] [--mode NAME,…]
  --quick      four techniques, fewer events and steps, one mode: two or three minutes
  --gpu        draw with the graphics card, not in software
  --json       write the rows to a file, as JSON
  --technique  ${TECHNIQUES.join(', ')}
  --n          how many events, such as 1000,10000, at least 700; of movements 10 to 1000
  --mode       ${MODES.join(', ')}`;

/** The least and the most that a mode may show: events need room for beacons and probes. */
const EVENT_COUNTS = [700, 1_000_000] as const;
const MOVEMENT_COUNTS = [10, 1_000] as const;

/** True where a mode may show so many events or movements. */
export function allowsCount(mode: Mode, count: number): boolean {
  const [least, most] = mode === 'movements' ? MOVEMENT_COUNTS : EVENT_COUNTS;
  return count >= least && count <= most;
}

/** Reads the command line's arguments. Throws, with what was expected, where they make no sense. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean', default: false },
      gpu: { type: 'boolean', default: false },
      json: { type: 'string' },
      technique: { type: 'string' },
      n: { type: 'string' },
      mode: { type: 'string' },
    },
  });
  return {
    quick: values.quick,
    gpu: values.gpu,
    json: values.json,
    techniques: namesIn(values.technique, '--technique', TECHNIQUES),
    counts: countsIn(values.n),
    modes: namesIn(values.mode, '--mode', MODES),
  };
}

/** The command that asks for the same measurements. */
export function commandOf({ quick, gpu, techniques, counts, modes }: Options): string {
  const list = (option: string, values: readonly (string | number)[] | undefined) =>
    values ? [`${option} ${values.join(',')}`] : [];
  const args = [
    ...(quick ? ['--quick'] : []),
    ...(gpu ? ['--gpu'] : []),
    ...list('--technique', techniques),
    ...list('--n', counts),
    ...list('--mode', modes),
  ];
  return ['npm run bench', ...(args.length > 0 ? ['--', ...args] : [])].join(' ');
}

function namesIn<Name extends string>(
  text: string | undefined,
  option: string,
  names: readonly Name[],
): Name[] | undefined {
  return text?.split(',').map((part) => {
    const name = names.find((known) => known === part.trim());
    if (name === undefined) throw new Error(`${option}: expected some of ${names.join(', ')}, found "${part}"`);
    return name;
  });
}

function countsIn(text: string | undefined): number[] | undefined {
  return text?.split(',').map((part) => {
    const count = Number(part);
    if (Number.isInteger(count) && MODES.some((mode) => allowsCount(mode, count))) return count;
    const [least, most] = [MOVEMENT_COUNTS[0], EVENT_COUNTS[1]];
    throw new Error(`--n: expected whole numbers from ${least} to ${most}, found "${part}"`);
  });
}
