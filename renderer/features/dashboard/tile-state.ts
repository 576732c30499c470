import type { UrlCodec } from '#renderer/app/url-codecs.ts'
import { type CostDimension, dimensionValue } from '#shared/contract/costs.ts'

/** How a tile is looked at for now: in the address and not on the board. */
export type TileState = { cut: CostDimension | null; isTable: boolean; hidden: readonly string[] }

export type TileStates = Readonly<Record<string, TileState>>

const PLAIN: TileState = { cut: null, isTable: false, hidden: [] }

export const stateOf = (states: TileStates, id: string): TileState =>
  Object.hasOwn(states, id) ? (states[id] ?? PLAIN) : PLAIN

export const withState = (states: TileStates, id: string, change: Partial<TileState>): TileStates => ({
  ...states,
  [id]: { ...stateOf(states, id), ...change },
})

const isPlain = ({ cut, isTable, hidden }: TileState): boolean =>
  cut === null && !isTable && hidden.length === 0

/**
 * `<tile>*.t*.<cut>*.<hidden>…`, `*-` between tiles, `*_` for a star that stood there. None of these is escaped once more
 * by a query string.
 */
const BETWEEN_TILES = '*-'
const BETWEEN_PARTS = '*.'

const written = (part: string): string => part.replaceAll('*', '*_')
const read = (part: string): string => part.replaceAll('*_', '*')

export const tileStates: UrlCodec<TileStates> = {
  parse(text) {
    if (!text) return {}
    const entries = text.split(BETWEEN_TILES).map((tile): [string, TileState] => {
      const [id = '', look = '', cut = '', ...hidden] = tile.split(BETWEEN_PARTS).map(read)
      const dimension = dimensionValue.safeParse(cut)
      return [id, { isTable: look === 't', cut: dimension.success ? dimension.data : null, hidden }]
    })
    return Object.fromEntries(entries.filter(([id]) => id !== ''))
  },
  format(states) {
    const told = Object.entries(states).filter(([, state]) => !isPlain(state))
    if (told.length === 0) return null
    return told
      .map(([id, { isTable, cut, hidden }]) =>
        [id, isTable ? 't' : '', cut ?? '', ...hidden].map(written).join(BETWEEN_PARTS),
      )
      .join(BETWEEN_TILES)
  },
}
