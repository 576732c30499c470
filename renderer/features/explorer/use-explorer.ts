import { useCallback, useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'
import { paramsOfView, viewOfParams } from '#renderer/app/costs/view-query.ts'
import {
  flagParam,
  optionalTextParam,
  readUrl,
  textParam,
  type UrlCodec,
  type UrlState,
  writeUrl,
} from '#renderer/app/url-codecs.ts'
import type { ViewSpec } from '#shared/contract/costs.ts'

/** What this page keeps in its address besides the view itself. */
const pageCodecs = {
  /** The saved view that it was opened from. */
  view: optionalTextParam(),
  /** Which currency or unit is on screen. */
  unit: optionalTextParam(),
  /** The last step of a drill: the lines of the bills. */
  lines: flagParam(),
  /** Sought in the names of the table. */
  q: textParam(),
}
export type PageState = UrlState<typeof pageCodecs>

/** How far this page has come since it was opened, and the steps down that led here; it goes with the history entry. */
type Steps = { depth: number; trail: readonly TrailStep[] }
export type TrailStep = { label: string; depth: number }

const NO_STEPS: Steps = { depth: 0, trail: [] }

const stepsOf = (state: unknown): Steps =>
  typeof state === 'object' && state !== null && 'depth' in state && 'trail' in state
    ? (state as Steps)
    : NO_STEPS

type Change = { spec?: Partial<ViewSpec>; page?: Partial<PageState> }

type Codecs = Readonly<Record<string, UrlCodec<unknown>>>

function addressOf(spec: ViewSpec, page: PageState): string {
  const query = paramsOfView(spec).toString()
  return `/costs${writeUrl(pageCodecs as Codecs, query === '' ? '' : `?${query}`, page)}`
}

/**
 * The view as the address has it. Whatever changes the answer is a step that "back" takes away; a step down adds to the
 * trail besides. What only changes the looks is no step.
 */
export function useExplorer() {
  const search = useSearch()
  const history: unknown = useHistoryState()
  const [path, navigate] = useLocation()
  const { spec, page } = useMemo(
    () => ({ spec: viewOfParams(new URLSearchParams(search)), page: readUrl(pageCodecs, search) }),
    [search],
  )
  const steps = stepsOf(history)

  const go = useCallback(
    (change: Change, how: 'look' | 'step' | { down: string }): void => {
      // An answer may come when somebody has gone on to another page.
      if (window.location.pathname !== path) return
      const now = window.location.search
      const was = stepsOf(window.history.state)
      const next = addressOf(
        { ...viewOfParams(new URLSearchParams(now)), ...change.spec },
        { ...readUrl(pageCodecs, now), ...change.page },
      )
      if (next === window.location.pathname + now) return
      if (how === 'look') navigate(next, { replace: true, state: was })
      else {
        const trail = how === 'step' ? was.trail : [...was.trail, { label: how.down, depth: was.depth }]
        navigate(next, { state: { depth: was.depth + 1, trail } satisfies Steps })
      }
    },
    [navigate, path],
  )
  /** Back to a step of the trail; without, one step. Nothing where there is none: another page is not ours to leave for. */
  const back = useCallback((depth?: number): boolean => {
    const was = stepsOf(window.history.state)
    const by = depth === undefined ? 1 : was.depth - depth
    if (was.depth < by || by < 1) return false
    window.history.go(-by)
    return true
  }, [])
  return { spec, page, trail: steps.trail, go, back }
}
export type Explorer = ReturnType<typeof useExplorer>
