import type { QueryClient } from '@tanstack/react-query'

const bringExplorer = () => import('#renderer/features/explorer/ExplorerPage.tsx')

/** Brings what a page needs for its first picture while the pointer or the keys are still on their way to it. */
const warmers: Readonly<Record<string, (client: QueryClient) => Promise<unknown>>> = {
  '/costs': async (client) => {
    const [, { prefetchPlain }] = await Promise.all([
      bringExplorer(),
      import('#renderer/features/explorer/use-answer.ts'),
    ])
    await prefetchPlain(client)
  },
}

export function warmPage(path: string, client: QueryClient): void {
  // What fails here fails again on the page, which tells it.
  warmers[path]?.(client).catch(() => undefined)
}

/** The heaviest page's code comes while nothing else is going on: the first click on it waits for its figures alone. */
export function bringWhenIdle(): () => void {
  const id = requestIdleCallback(() => void bringExplorer().catch(() => undefined))
  return () => cancelIdleCallback(id)
}
