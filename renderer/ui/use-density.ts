import { useSyncExternalStore } from 'react'

function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-density'] })
  return () => observer.disconnect()
}

const isCompact = (): boolean => document.documentElement.dataset.density === 'compact'

/** Whether the page is set closely now, for heights that are computed and not styled. */
export const useIsCompact = (): boolean => useSyncExternalStore(subscribe, isCompact)
