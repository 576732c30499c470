import type { TransferListItem } from 'node:worker_threads'
import { parentPort, workerData } from 'node:worker_threads'
import type { FromReader, ReadTask } from '../protocol.ts'
import { buffersOf } from './buffers.ts'
import { type ToReader, waits } from './messages.ts'
import { runTask } from './run-task.ts'

const MAX_ON_THEIR_WAY = 4

/** The reader's thread: reads one delivery and ends. */
async function main(task: ReadTask): Promise<void> {
  const port = parentPort
  if (!port) throw new Error('started outside of a thread')
  let onTheirWay = 0
  let goOn: (() => void) | null = null
  port.on('message', (_: ToReader) => {
    onTheirWay -= 1
    if (onTheirWay > MAX_ON_THEIR_WAY) return
    goOn?.()
    goOn = null
  })
  const post = (message: FromReader): void => {
    if (waits(message)) onTheirWay += 1
    port.postMessage(message, buffersOf(message) as TransferListItem[])
  }
  const room = async (): Promise<void> => {
    if (onTheirWay <= MAX_ON_THEIR_WAY) return
    await new Promise<void>((resolve) => {
      goOn = resolve
    })
  }
  post({ kind: 'end', end: await runTask(task, { post, room }) })
  port.close()
}

await main(workerData as ReadTask)
