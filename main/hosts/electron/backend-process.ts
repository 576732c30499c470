import { createNodePorts } from '#main/adapters/node-ports.ts'
import { createBackend } from '#main/backend/create-backend.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { serveBackend } from './backend-port.ts'
import type { FromBackend, Port } from './messages.ts'

export type BackendOptions = {
  version: string
  dataFolder: string
  nowIso: string | undefined
  checksOutputs: boolean
}

/** The backend's own process: SQLite answers synchronously and must never hold up the windows. */
const { parentPort } = process
const options = JSON.parse(process.argv[2] ?? '{}') as BackendOptions

const port: Port = {
  post: (message) => parentPort.postMessage(message),
  listen: (listener) => {
    parentPort.on('message', (event) => listener(event.data))
  },
}

const ports = createNodePorts({ ...options, host: 'electron', env: process.env })

try {
  const backend = await createBackend(ports)
  serveBackend({ backend, port, log: ports.log, onClosed: () => ports.log.flush() })
} catch (error) {
  const { code, details } = error instanceof AppError ? error : new AppError('internal')
  ports.log.write('error', 'backend.notStarted', { code, stack: (error as Error).stack })
  ports.log.flush()
  port.post({ kind: 'failed', error: { code, details, ref: null } } satisfies FromBackend)
}
