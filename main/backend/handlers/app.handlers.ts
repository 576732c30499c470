import { getAbout, getState } from '#main/queries/app.query.ts'
import type { app } from '#shared/contract/app.ts'
import type { HandlersOf } from '../handler.ts'
import type { Parts } from './parts.ts'

export const appHandlers = ({ ports, store, scopeOf }: Parts): HandlersOf<typeof app> => ({
  'app.getState': (_, { session }) => getState(store.read, ports, session),
  'app.getAbout': (_, { session }) =>
    getAbout(scopeOf(session), { ports, storeBytes: store.fileBytes(), sqlite: store.sqliteVersion }),
})
