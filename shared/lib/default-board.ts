import { type BoardTile, type BuiltInView, builtInId, type TileKind } from '../contract/views.ts'

const viewTile = (view: BuiltInView, look: BoardTile['look'], width: BoardTile['width']): BoardTile => ({
  id: view,
  viewId: builtInId(view),
  kind: 'view',
  width,
  look,
  period: 'page',
})

const otherTile = (
  kind: Exclude<TileKind, 'view'>,
  look: BoardTile['look'],
  width: BoardTile['width'],
): BoardTile => ({ id: kind, viewId: null, kind, width, look, period: 'page' })

/** The dashboard that everybody begins with: what is spent and will be, on what, what changed, what to see to. */
export const defaultBoard: readonly BoardTile[] = [
  viewTile('periodSpend', 'number', 3),
  otherTile('forecast', 'number', 3),
  otherTile('savings', 'number', 3),
  otherTile('resources', 'number', 3),
  viewTile('providersByDay', 'chart', 8),
  otherTile('usage', 'list', 4),
  viewTile('topResources', 'list', 6),
  viewTile('movers', 'list', 6),
  otherTile('alerts', 'list', 6),
  otherTile('advice', 'list', 6),
  otherTile('connections', 'list', 12),
]
