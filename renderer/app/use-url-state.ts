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
  const [, navigate] = useLocation()
  const state = useMemo(() => readUrl(codecs, search), [codecs, search])
  const update = useCallback(
    (patch: Partial<UrlState<C>>) => {
      const { pathname, search: current } = window.location
      navigate(pathname + writeUrl(codecs, current, patch), { replace: true })
    },
    [codecs, navigate],
  )
  return [state, update]
}
