import { requireRuntime } from '../runtime.mjs'
import { keepHeapSmall } from '../small-heap.ts'

requireRuntime()
keepHeapSmall()

/** The backend's own process: SQLite answers synchronously and must never hold up the windows. */
const { runBackend } = await import('../channel/run-backend.ts')
const { parentPort } = process
await runBackend(
  {
    post: (message) => parentPort.postMessage(message),
    listen: (listener) => {
      parentPort.on('message', ({ data }) => listener(data))
    },
  },
  JSON.parse(process.argv[2] ?? '{}'),
)
