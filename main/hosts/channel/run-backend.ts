import { createNodePorts } from '#main/adapters/node-ports.ts'
import { createBackend, recoverData } from '#main/backend/create-backend.ts'
import type { Ports } from '#main/ports/ports.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { keepSchedule } from '../schedule.ts'
import { serveSpool } from '../spool/serve-spool.ts'
import { serveBackend } from './backend-port.ts'
import type { FromBackend, Port, Recovery } from './messages.ts'

/** How the main process runs, and the backend's process after it. */
export type BackendOptions = Omit<Parameters<typeof createNodePorts>[0], 'env'>

/** `recovers`: the person wants the latest backup in the place of the damaged store, before anything else. */
type Start = BackendOptions & { recovers?: boolean }

/** Serves the backend through the port, or tells through it why there is none. */
export async function runBackend(port: Port, { recovers = false, ...options }: Start): Promise<void> {
  const ports = createNodePorts({ ...options, env: process.env })
  try {
    const recovery = recovers ? await recover(ports) : null
    const backend = await createBackend(ports)
    const { log } = ports
    const endSchedule = keepSchedule(backend, (error) =>
      log.write('warn', 'schedule.failed', { message: String(error) }),
    )
    const endSpool = serveSpool({ backend, paths: ports.paths, log })
    const close = async (): Promise<void> => {
      endSpool()
      endSchedule()
      await backend.close()
    }
    serveBackend({ backend: { ...backend, close }, port, log, recovery, onClosed: () => log.flush() })
  } catch (error) {
    const { code, details } = error instanceof AppError ? error : new AppError('internal')
    ports.log.write('error', 'backend.notStarted', { code, stack: (error as Error).stack })
    ports.log.flush()
    port.post({ kind: 'failed', error: { code, details, ref: null } } satisfies FromBackend)
  }
}

async function recover(ports: Ports): Promise<Recovery> {
  const { from, keptAs } = await recoverData(ports)
  return { atMs: from.atMs, keptAs }
}
