import type { z } from 'zod'
import { access } from './access.ts'
import { acts } from './acts.ts'
import { allocation } from './allocation.ts'
import { app } from './app.ts'
import { backups } from './backups.ts'
import { budgets } from './budgets.ts'
import { business } from './business.ts'
import type { CallSpec } from './call.ts'
import { changes } from './changes.ts'
import { connections } from './connections.ts'
import { dashboard } from './dashboard.ts'
import { demo } from './demo.ts'
import { differences } from './differences.ts'
import { explorer } from './explorer.ts'
import { imports } from './imports.ts'
import { ledger } from './ledger.ts'
import type { CallName } from './names.ts'
import { network } from './network.ts'
import { oneC } from './one-c.ts'
import { packages } from './packages.ts'
import { people } from './people.ts'
import { rates } from './rates.ts'
import { recommendations } from './recommendations.ts'
import { reconciliation } from './reconciliation.ts'
import { reports } from './reports.ts'
import { resources } from './resources.ts'
import { settings } from './settings.ts'
import { sync } from './sync.ts'
import { vat } from './vat.ts'
import { vault } from './vault.ts'
import { views } from './views.ts'

/** The whole of what a page, a script or a test can ask of the backend. */
export const contract = {
  ...app,
  ...people,
  ...settings,
  ...demo,
  ...backups,
  ...connections,
  ...sync,
  ...vault,
  ...network,
  ...dashboard,
  ...resources,
  ...changes,
  ...recommendations,
  ...budgets,
  ...imports,
  ...ledger,
  ...rates,
  ...explorer,
  ...views,
  ...vat,
  ...allocation,
  ...business,
  ...differences,
  ...reports,
  ...acts,
  ...reconciliation,
  ...oneC,
  ...access,
  ...packages,
} satisfies Record<CallName, CallSpec>

export type Contract = typeof contract

/** What a caller may leave out has its default; what a handler receives is whole. */
export type CallInput<N extends CallName> = z.input<Contract[N]['input']>
export type ParsedInput<N extends CallName> = z.output<Contract[N]['input']>
export type CallOutput<N extends CallName> = z.output<Contract[N]['output']>

export const isCallName = (name: unknown): name is CallName =>
  typeof name === 'string' && Object.hasOwn(contract, name)
