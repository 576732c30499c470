import type { ConnectionStatus, ProblemView } from '#shared/contract/connections.ts'

/** Where a connection stands while nothing happens to it: what its last look at the account left behind. */
export function statusAtRest(last: {
  syncAtMs: number | null
  problem: ProblemView | null
}): Extract<ConnectionStatus, 'new' | 'active' | 'error'> {
  if (last.problem !== null) return 'error'
  return last.syncAtMs === null ? 'new' : 'active'
}

/** The names of two connections are the same to a person, whatever their case and spaces. */
export const sameName = (a: string, b: string): boolean => plain(a) === plain(b)

const plain = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase()
