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
  --n          how many events, such as 1000,10000; at least 700
  --mode       ${MODES.join(', ')}`;

const LEAST_COUNT = 700;
const MOST_COUNT = 1_000_000;

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
    if (Number.isInteger(count) && count >= LEAST_COUNT && count <= MOST_COUNT) return count;
    throw new Error(`--n: expected whole numbers from ${LEAST_COUNT} to ${MOST_COUNT}, found "${part}"`);
  });
}
