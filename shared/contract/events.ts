/** Facts that have happened; each names the areas whose answers may differ now. */
const eventNames = [
  'session.changed',
  'settings.changed',
  'data.changed',
  'backups.changed',
  'connections.changed',
  'sync.progressed',
  'vault.changed',
  'filters.changed',
  'imports.progressed',
  'exports.progressed',
  'rates.changed',
  'views.changed',
  'boards.changed',
  'allocation.changed',
  'business.changed',
  'annotations.changed',
  'reports.changed',
  'reports.progressed',
  'acts.changed',
  'tokens.changed',
  'packages.changed',
] as const
export type EventName = (typeof eventNames)[number]

/** `workspaceId` null means that every client is concerned. Clients hear only of their own workspace. */
export type AppEvent = { name: EventName; workspaceId: string | null; atMs: number }
