import { useIsFetching } from '@tanstack/react-query'
import { type ComponentType, type LazyExoticComponent, lazy, useEffect } from 'react'

type Load = () => Promise<{ default: ComponentType }>

const loads: Load[] = []

/** A page whose code is read when it is opened first, or before that while nobody waits for anything. */
export function lazyPage<N extends string>(
  name: N,
  load: () => Promise<Record<N, ComponentType>>,
): LazyExoticComponent<ComponentType> {
  const own: Load = async () => ({ default: (await load())[name] })
  loads.push(own)
  return lazy(own)
}

/** One after another and not all at once: the page on screen has the window to itself in between. */
const PAUSE_MS = 1000

/**
 * Once the first page has all that it asked for, reads the others one by one, each when the window has nothing to do. A
 * component of its own: it is drawn anew with every question that is asked, and nothing else has to be.
 */
export function PagesAhead(): null {
  const isBusy = useIsFetching() > 0
  useEffect(() => {
    if (isBusy) return
    const timer = window.setInterval(() => {
      const load = loads.shift()
      if (!load) window.clearInterval(timer)
      // One that could not be read is read again when somebody opens it.
      else window.requestIdleCallback(() => load().catch(() => undefined))
    }, PAUSE_MS)
    return () => window.clearInterval(timer)
  }, [isBusy])
  return null
}
