import { useCallback, useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'
import { readUrl, type UrlCodecs, type UrlState, writeUrl } from './url-codecs.ts'

/**
 * State that lives in the address line: a link or a reload restores it. Declare the codecs outside the component.
 * Changes replace the history entry, so that "back" leaves the page and does not undo clicks one by one.
 */
export function useUrlState<C extends UrlCodecs>(
  codecs: C,
): readonly [UrlState<C>, (patch: Partial<UrlState<C>>) => void] {
  const search = useSearch()
  const [path, navigate] = useLocation()
  const state = useMemo(() => readUrl(codecs, search), [codecs, search])
  const update = useCallback(
    (patch: Partial<UrlState<C>>) => {
      const { pathname, search: current } = window.location
      // An answer may come when somebody has gone on to another page, whose address is not ours to write.
      if (pathname === path) navigate(pathname + writeUrl(codecs, current, patch), { replace: true })
    },
    [codecs, navigate, path],
  )
  return [state, update]
}
