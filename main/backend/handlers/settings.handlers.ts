import type { settings } from '#shared/contract/settings.ts'
import type { HandlersOf } from '../handler.ts'
import type { Parts } from './parts.ts'

export const settingsHandlers = ({ settings: service }: Parts): HandlersOf<typeof settings> => ({
  'settings.update': (input, { session }) => service.update(session.userId, input),
  'settings.updateWorkspace': (input, { session }) => service.updateWorkspace(session.workspaceId, input),
})
