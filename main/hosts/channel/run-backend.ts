import { createNodePorts } from '#main/adapters/node-ports.ts'
import { createBackend } from '#main/backend/create-backend.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { serveBackend } from './backend-port.ts'
import type { FromBackend, Port } from './messages.ts'

/** How the main process runs, and the backend's process after it. */
export type BackendOptions = Omit<Parameters<typeof createNodePorts>[0], 'env'>

/** Serves the backend through the port, or tells through it why there is none. */
export async function runBackend(port: Port, options: BackendOptions): Promise<void> {
  const ports = createNodePorts({ ...options, env: process.env })
  try {
    const backend = await createBackend(ports)
    serveBackend({ backend, port, log: ports.log, onClosed: () => ports.log.flush() })
  } catch (error) {
    const { code, details } = error instanceof AppError ? error : new AppError('internal')
    ports.log.write('error', 'backend.notStarted', { code, stack: (error as Error).stack })
    ports.log.flush()
    port.post({ kind: 'failed', error: { code, details, ref: null } } satisfies FromBackend)
  }
}
