import type { backups } from '#shared/contract/backups.ts'
import type { HandlersOf } from '../handler.ts'
import type { Parts } from './parts.ts'

export const backupsHandlers = ({ backups: service }: Parts): HandlersOf<typeof backups> => ({
  'backups.list': (_, { session }) => service.list(session),
  'backups.add': (_, { session }) => service.add(session),
  'backups.verify': (_, { session }) => service.verify(session),
  'backups.startRestore': ({ id }, { session }) => service.restore(session, id),
})
