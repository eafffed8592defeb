import { expect, it } from 'vitest';
import { splitLine } from './split.ts';

const BOX = [0, 0, 10, 10] as const;

it('cuts a line where it enters and leaves, even within one edge', () => {
  expect(
    splitLine(
      [
        [-5, 5],
        [15, 5],
      ],
      BOX,
    ),
  ).toEqual([
    {
      inside: false,
      line: [
        [-5, 5],
        [0, 5],
      ],
    },
    {
      inside: true,
      line: [
        [0, 5],
        [10, 5],
      ],
    },
    {
      inside: false,
      line: [
        [10, 5],
        [15, 5],
      ],
    },
  ]);
});

it('keeps a line whole that is all in or all out', () => {
  const [inside, outside] = [
    [
      [1, 1],
      [4, 9],
      [9, 2],
    ],
    [
      [-1, 20],
      // Beside two sides, but never between them.
      [20, 11],
    ],
  ];
  expect(splitLine(inside ?? [], BOX)).toEqual([{ inside: true, line: inside }]);
  expect(splitLine(outside ?? [], BOX).every((part) => !part.inside)).toBe(true);
  expect(splitLine(outside ?? [], BOX)).toHaveLength(1);
});

it('comes back to the line that was cut', () => {
  const line = [
    [-3, 1],
    [4, 4],
    [12, 6],
    [6, 8],
    [6, 14],
  ];
  const parts = splitLine(line, BOX);
  expect(parts.map(({ inside }) => inside)).toEqual([false, true, false, true, false]);
  const joined = parts.flatMap((part, index) => (index === 0 ? part.line : part.line.slice(1)));
  for (const corner of line) expect(joined).toContainEqual(corner);
});
