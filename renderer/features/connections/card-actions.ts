import type { ConnectionView } from '#shared/contract/connections.ts'

type Action = (item: ConnectionView) => void

/** What can be done with one connection, from its card and its menu. */
export type CardActions = {
  sync: Action
  edit: Action
  togglePause: Action
  history: Action
  remove: Action
  reconnect: Action
}
