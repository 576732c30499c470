import type { Session } from '#main/core/model/session.ts'
import type { demo } from '#shared/contract/demo.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { HandlersOf } from '../handler.ts'
import type { Parts } from './parts.ts'

export const demoHandlers = ({ demo: service }: Parts): HandlersOf<typeof demo> => ({
  'demo.update': (_, { session }) => service.reset(demoOnly(session)),
  'demo.remove': (_, { session }) => service.remove(demoOnly(session)),
})

function demoOnly(session: Session): string {
  if (!session.isDemo) throw new AppError('demo.notDemo')
  return session.workspaceId
}
