import {
  type BoardTile,
  type TileKind,
  type TileWidth,
  tileLooks,
  tileWidths,
} from '#shared/contract/views.ts'

type Tiles = readonly BoardTile[]

/** To another place among the others; beyond an end it stays at that end. */
export function moveTile(tiles: Tiles, id: string, to: number): Tiles {
  const from = tiles.findIndex((tile) => tile.id === id)
  const tile = tiles[from]
  if (!tile) return tiles
  const place = Math.min(Math.max(to, 0), tiles.length - 1)
  if (place === from) return tiles
  return tiles.toSpliced(from, 1).toSpliced(place, 0, tile)
}

export const changeTile = (tiles: Tiles, id: string, facts: Partial<BoardTile>): Tiles =>
  tiles.map((tile) => (tile.id === id ? { ...tile, ...facts } : tile))

/** One width more or less; the widest and the narrowest stay. */
export function resizeTile(tiles: Tiles, id: string, steps: 1 | -1): Tiles {
  const tile = tiles.find((one) => one.id === id)
  if (!tile) return tiles
  const width = tileWidths[tileWidths.indexOf(tile.width) + steps]
  return width === undefined ? tiles : changeTile(tiles, id, { width })
}

export const removeTile = (tiles: Tiles, id: string): Tiles => tiles.filter((tile) => tile.id !== id)

const WIDTHS: Record<BoardTile['look'], TileWidth> = { number: 3, chart: 8, list: 6 }

export function newTile(
  id: string,
  { kind, viewId, look }: { kind: TileKind; viewId: string | null; look: BoardTile['look'] },
): BoardTile {
  return { id, kind, viewId, look, width: WIDTHS[look], period: 'page' }
}

export const looksOf = (kind: TileKind): readonly BoardTile['look'][] => tileLooks[kind]

/** The same tiles in the same places. */
export const isSameBoard = (a: Tiles, b: Tiles): boolean => JSON.stringify(a) === JSON.stringify(b)
