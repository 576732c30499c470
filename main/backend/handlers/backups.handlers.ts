import type { backups } from '#shared/contract/backups.ts'
import type { HandlersOf } from '../handler.ts'
import type { Parts } from './parts.ts'

export const backupsHandlers = ({ backups: service }: Parts): HandlersOf<typeof backups> => ({
  'backups.list': () => service.list(),
  'backups.add': () => service.add(),
  'backups.startRestore': ({ id }) => service.restore(id),
})
