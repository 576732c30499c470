import type { NodePorts } from '#main/adapters/node-ports.ts'
import type { Caller } from '#main/ports/ports.ts'
import { AppError, type Envelope } from '#shared/errors/app-error.ts'
import { askSpool } from '../spool/ask-spool.ts'
import { isServedBy } from '../spool/holder.ts'

/** The way from a command to the backend: its own, or that of the window which has the store open. */
export type Line = {
  call(name: string, input: unknown): Promise<Envelope<unknown>>
  /** Resolves with the next news for this client, or after a while without any. */
  listen(): { next(): Promise<void>; end(): void }
  /** Who has the store open, where that is another program. */
  beside: { pid: number | null; sinceMs: number | null } | null
  close(): Promise<void>
}

const LOOK_AGAIN_MS = 200

type Options = { lockTimeoutMs: number }

/** Opens the store; a window that has it open is asked instead; another command is waited for. */
export async function openLine(ports: NodePorts, { lockTimeoutMs }: Options): Promise<Line> {
  const { createBackend } = await import('#main/backend/create-backend.ts')
  const untilMs = performance.now() + lockTimeoutMs
  for (;;) {
    try {
      return direct(ports, await createBackend(ports))
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'store.busy') throw error
      const beside = { pid: numberOf(error.details.pid), sinceMs: numberOf(error.details.sinceMs) }
      const { pid } = beside
      if (pid !== null && isServedBy(ports.paths.spoolFolder, pid))
        return besideWindow(ports, { ...beside, pid })
      if (performance.now() >= untilMs) throw error
      await ports.clock.wait(LOOK_AGAIN_MS)
    }
  }
}

type Backend = Awaited<ReturnType<typeof import('#main/backend/create-backend.ts')['createBackend']>>

function direct({ ids }: NodePorts, backend: Backend): Line {
  const caller: Caller = { host: 'cli', clientKey: ids.secret() }
  return {
    beside: null,
    call: (name, input) => backend.call(name, input, caller),
    listen() {
      let isNews = false
      let tell = (): void => undefined
      const end = backend.subscribe(caller, () => {
        isNews = true
        tell()
      })
      return {
        end,
        async next() {
          if (!isNews) {
            const { promise, resolve } = Promise.withResolvers<void>()
            tell = resolve
            await promise
          }
          isNews = false
        },
      }
    },
    close: () => backend.close(),
  }
}

function besideWindow(ports: NodePorts, beside: { pid: number; sinceMs: number | null }): Line {
  const { call, wait } = askSpool(ports, beside)
  return {
    beside,
    call,
    // News that come between a look and the wait for them are made up for by its end, which is near.
    listen: () => ({ next: wait, end: () => undefined }),
    close: async () => undefined,
  }
}

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null)
