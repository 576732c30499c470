import type { QueryClient } from '@tanstack/react-query'
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
]

const areasOf: Record<EventName, readonly Area[]> = {
  'session.changed': ['app'],
  'settings.changed': ['app', 'network'],
  'data.changed': dataAreas,
  'backups.changed': ['backups'],
  'connections.changed': ['connections', 'vault'],
  'sync.progressed': ['sync'],
  'vault.changed': ['vault'],
  'filters.changed': ['filters'],
  'imports.progressed': ['imports'],
  'exports.progressed': ['ledger'],
  'rates.changed': ['rates', 'months', 'explorer'],
  'views.changed': ['views', 'costFilters', 'explorer', 'boards'],
  'boards.changed': ['boards'],
  'allocation.changed': ['allocation', 'hierarchies', 'tagPolicies', 'explorer', 'business'],
  'business.changed': ['business', 'allocation', 'explorer'],
  'annotations.changed': ['annotations'],
}

const refresh = (client: QueryClient, areas: readonly string[]): Promise<void> =>
  client.invalidateQueries({
    predicate: ({ queryKey: [name] }) => typeof name === 'string' && areas.includes(name.split('.')[0] ?? ''),
  })

export const refreshAfterEvent = (client: QueryClient, name: EventName): Promise<void> =>
  refresh(client, areasOf[name])

/**
 * Whoever gave a command must see its effect even before the event arrives. Who is signed in and the command's own
 * area are asked at once; the event brings the rest.
 */
export const refreshAfterCommand = (client: QueryClient, name: CallName): Promise<void> =>
  name === 'people.touch' ? Promise.resolve() : refresh(client, ['app', name.slice(0, name.indexOf('.'))])

/** The person pressed "refresh", or events were missed. */
export const refreshAll = (client: QueryClient): Promise<void> => client.invalidateQueries()
