import type { PathShape, Shape } from './shape';
import { pixelOf, type PlainView } from './view';
import { SYMBOL_BOX } from '../map/symbol-shaders';
import { SYMBOL_PATHS } from '../map/symbols';
import type { Theme } from '../map/theme';
import { militarySymbol } from '../map/unit-symbol';
import type { unitFeatures } from '../map/units';

/** Pixels across of the rim of a movement's own symbol. */
const RIM = 3;

/** The symbols of units, as pictures; a movement's own where there is no other. Their library is loaded once there are any. */
export async function unitShapes(
  { features }: ReturnType<typeof unitFeatures>,
  view: PlainView,
  theme: Theme,
): Promise<Shape[]> {
  const inOrder = features.toSorted((a, b) => a.properties.rank - b.properties.rank);
  return Promise.all(
    inOrder.map(async ({ geometry, properties: { sidc, opacity } }): Promise<Shape> => {
      const [x, y] = pixelOf(view, geometry.coordinates);
      const symbol = await militarySymbol(sidc, theme).catch(() => undefined);
      if (!symbol) return ownSymbol(x, y, opacity, theme);
      const anchor = symbol.getAnchor();
      const { width, height } = symbol.getSize();
      const href = `data:image/svg+xml,${encodeURIComponent(symbol.asSVG())}`;
      return { form: 'image', href, x: x - anchor.x, y: y - anchor.y, width, height, opacity };
    }),
  );
}

function ownSymbol(x: number, y: number, opacity: number, { movement, casing }: Theme): PathShape {
  return {
    form: 'path',
    d: SYMBOL_PATHS.movement,
    at: [x - SYMBOL_BOX / 2, y - SYMBOL_BOX / 2, 1],
    fill: movement,
    stroke: casing,
    width: RIM,
    opacity,
  };
}
