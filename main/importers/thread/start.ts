import { Worker } from 'node:worker_threads'
import type { FromReader, ReadEnd, ReadTask } from '../protocol.ts'
import { type ToReader, waits } from './messages.ts'

/** A book of sheets can ask for more than this machine should give. Typed arrays do not count. */
const MAX_HEAP_MB = 1024
/** What is made for a moment only may not take more: V8 would let it grow to a hundred and fifty. */
const MAX_YOUNG_MB = 16

/**
 * Where the thread's program stands: beside this file while it runs from source; in what is built, chunks lie a folder
 * below the entries. The path is put together so that the bundler leaves it alone.
 */
function entry(): URL {
  const here = import.meta.url
  if (here.endsWith('.ts')) return new URL('entry.ts', here)
  return new URL(/\/chunks\/[^/]+$/.test(here) ? '../reader.js' : 'reader.js', here)
}

/**
 * Reads a delivery in a thread of its own. Messages come one after another; the reader waits for those that hold much.
 * `ended` resolves after the last of them has been dealt with, and rejects when one could not be, or at a bug.
 */
export function startReading(
  task: ReadTask,
  onMessage: (message: FromReader) => void | Promise<void>,
): { ended: Promise<ReadEnd>; cancel(): void } {
  const cancelled: ReadEnd = { status: 'failed', code: 'import.cancelled', details: {} }
  let stop: (end: ReadEnd) => void = () => {}
  const ended = new Promise<ReadEnd>((resolve, reject) => {
    const worker = new Worker(entry(), {
      workerData: task,
      execArgv: [],
      resourceLimits: { maxYoungGenerationSizeMb: MAX_YOUNG_MB, maxOldGenerationSizeMb: MAX_HEAP_MB },
    })
    let isOver = false
    let dealt = Promise.resolve()
    const finish = (settle: () => void): void => {
      if (isOver) return
      isOver = true
      // Whoever waits may move or remove the files next: the thread has let go of them by then.
      void worker.terminate().then(settle, settle)
    }
    stop = (end) => finish(() => resolve(end))
    const deal = async (message: FromReader): Promise<void> => {
      if (isOver) return
      if (message.kind === 'end') {
        finish(() => resolve(message.end))
        return
      }
      await onMessage(message)
      if (waits(message) && !isOver) worker.postMessage({ kind: 'done' } satisfies ToReader)
    }
    worker.on('message', (message: FromReader) => {
      dealt = dealt.then(() => deal(message)).catch((error: unknown) => finish(() => reject(error)))
    })
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const details = { name: task.files[0]?.name ?? '' }
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
        finish(() => resolve({ status: 'failed', code: 'import.tooBig', details }))
      else finish(() => reject(error))
    })
    worker.on('exit', (code) => {
      // After the messages that came before it.
      dealt = dealt.then(() => finish(() => reject(new Error(`the reader's thread ended with ${code}`))))
    })
  })
  return { ended, cancel: () => stop(cancelled) }
}
