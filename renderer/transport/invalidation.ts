import type { Query, QueryClient } from '@tanstack/react-query'
import type { EventName } from '#shared/contract/events.ts'
import type { CallName } from '#shared/contract/names.ts'

type Area = CallName extends `${infer A}.${string}` ? A : never

const dataAreas: readonly Area[] = [
  'app',
  'connections',
  'dashboard',
  'resources',
  'recommendations',
  'budgets',
  'changes',
  'unrecognised',
  'sync',
  'ledger',
  'imports',
  'rates',
  'explorer',
  'allocation',
  'hierarchies',
  'tagPolicies',
  'business',
  'differences',
  'vat',
  'reports',
  'reconciliation',
  'closing',
  'oneC',
  'transfer',
]

const areasOf: Record<EventName, readonly Area[]> = {
  'session.changed': ['app'],
  'settings.changed': ['app', 'network', 'mail'],
  'data.changed': dataAreas,
  'backups.changed': ['backups'],
  'connections.changed': ['connections', 'vault'],
  'sync.progressed': ['sync'],
  'vault.changed': ['vault'],
  'filters.changed': ['filters'],
  'imports.progressed': ['imports'],
  'exports.progressed': ['ledger'],
  'rates.changed': ['rates', 'months', 'explorer', 'closing', 'reconciliation'],
  'views.changed': ['views', 'costFilters', 'explorer', 'boards'],
  'boards.changed': ['boards'],
  'allocation.changed': ['allocation', 'hierarchies', 'tagPolicies', 'explorer', 'business', 'oneC'],
  'business.changed': ['business', 'allocation', 'explorer'],
  'annotations.changed': ['annotations'],
  'reports.changed': ['reports', 'schedules', 'closing'],
  'reports.progressed': ['reports', 'schedules', 'closing'],
  'acts.changed': ['acts', 'payments', 'reconciliation', 'closing', 'oneC'],
  'tokens.changed': ['tokens'],
  'packages.changed': ['packages', 'transfer'],
}

const refresh = (client: QueryClient, areas: readonly string[]): Promise<void> =>
  ask(client, ({ queryKey: [name] }) => typeof name === 'string' && areas.includes(name.split('.')[0] ?? ''))

/** A first answer that is on its way was asked for before the change, and counts as fresh when it comes: ask again. */
async function ask(client: QueryClient, predicate: (query: Query) => boolean): Promise<void> {
  const first = client
    .getQueryCache()
    .findAll({ fetchStatus: 'fetching', predicate })
    .filter(({ state }) => state.data === undefined)
  for (const { promise, queryKey } of first) {
    const again = () => client.invalidateQueries({ queryKey, exact: true })
    promise?.then(again, again)
  }
  await client.invalidateQueries({ predicate })
}

export const refreshAfterEvent = (client: QueryClient, name: EventName): Promise<void> =>
  refresh(client, areasOf[name])

/**
 * Whoever gave a command must see its effect even before the event arrives. Who is signed in and the command's own
 * area are asked at once; the event brings the rest.
 */
export const refreshAfterCommand = (client: QueryClient, name: CallName): Promise<void> =>
  name === 'people.touch' ? Promise.resolve() : refresh(client, ['app', name.slice(0, name.indexOf('.'))])

/** The person pressed "refresh", or events were missed. */
export const refreshAll = (client: QueryClient): Promise<void> => ask(client, () => true)
