import { useCallback } from 'react'
import { viewName } from '#renderer/app/costs/view-name.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import type { BoardTile, SavedView } from '#shared/contract/views.ts'

/** What a tile is called while it is moved about. */
export function useTileNames(views: readonly SavedView[]): (tile: BoardTile) => string {
  const { t } = useText()
  return useCallback(
    ({ kind, viewId }) => {
      if (kind !== 'view') return t(`views.kind.${kind}`)
      const view = views.find(({ id }) => id === viewId)
      return view ? viewName(view, t) : t('views.tile.gone')
    },
    [views, t],
  )
}
