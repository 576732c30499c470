import type { AccountView, ProblemView } from '#shared/contract/connections.ts'

/** As the contract shows it: amounts are decimal text already. */
export type StoredAccount = AccountView

export type StoredFailure = {
  endpoint: string
  region: string | null
  project: string | null
  status: 'forbidden' | 'failed'
  problem: ProblemView | null
}
