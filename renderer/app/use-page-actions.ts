import { useEffect, useState } from 'react'
import { type PageAction, removePageActions, setPageActions } from './page-actions.ts'

/** Puts the page's actions into the Ctrl+K palette and binds their keys while the page is shown. */
export function usePageActions(actions: readonly PageAction[]): void {
  const [owner] = useState(() => Symbol('page'))
  useEffect(() => setPageActions(owner, actions), [owner, actions])
  useEffect(() => () => removePageActions(owner), [owner])
}
