import { type Backend, createBackend } from '#main/backend/create-backend.ts'
import type { CallInput, CallOutput } from '#shared/contract/index.ts'
import type { CallName } from '#shared/contract/names.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { TestPorts } from '#tests/fakes/ports.ts'
import { client, PASSWORD } from './people.ts'

type Organisation = {
  backend: Backend
  /** Throws the AppError that the backend answered with. */
  ask<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>
  /** Starts these connections, or all, and resolves when nothing runs any more. */
  sync(connectionIds?: string[]): Promise<void>
  close(): Promise<void>
}

/** A new organisation on a backend of its own, with its owner signed in. */
export async function openOrganisation(ports: TestPorts): Promise<Organisation> {
  const backend = await createBackend(ports)
  const caller = client('owner-of-the-organisation')
  async function ask<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
    const envelope = await backend.call(name, input, caller)
    if (!envelope.ok) throw new AppError(envelope.error.code, envelope.error.details)
    return envelope.value as CallOutput<N>
  }
  await ask('people.addWorkspace', {
    workspaceName: 'Ромашка',
    userName: 'Анна',
    password: PASSWORD,
    currency: 'RUB',
    timeZone: 'Europe/Moscow',
  })
  await ask('settings.update', { idleMinutes: 0 })

  return {
    backend,
    ask,
    async sync(connectionIds) {
      const ended = Promise.withResolvers<void>()
      const look = async (): Promise<void> => {
        const { items } = await ask('sync.list', {})
        if (items.length === 0) ended.resolve()
      }
      const unsubscribe = backend.subscribe(caller, ({ name }) => {
        if (name === 'sync.progressed') look().catch(ended.reject)
      })
      await ask('sync.start', connectionIds ? { connectionIds } : {})
      await look()
      await ended.promise
      unsubscribe()
    },
    close: () => backend.close(),
  }
}
