import { AppError } from '#shared/errors/app-error.ts'
import type { ReadControl } from '../importer.ts'
import type { FromReader, ReadEnd, ReadTask } from '../protocol.ts'
import { recognise } from '../registry.ts'
import { Collector } from '../sink/collector.ts'
import { ShaOfFiles } from './sha-of-files.ts'

const PROGRESS_MS = 200

/** Where what is read goes; `room` resolves when the writer has come near. */
type Outlet = { post(message: FromReader): void; room(): Promise<void> }

/** Reads a delivery from its first row to its last. Whatever a file may do to it becomes an end; only a bug is thrown. */
export async function runTask(task: ReadTask, { post, room }: Outlet): Promise<ReadEnd> {
  try {
    const found = await recognise(task)
    if (found.kind === 'asking') return { status: 'asking', reading: found.reading, sample: found.sample }
    post({ kind: 'recognised', source: found.source, reading: found.reading })
    const sha = new ShaOfFiles(task.files)
    const sink = new Collector({ today: task.today, dropsRepeats: task.answers.dropsRepeats ?? false, post })
    let toldAt = performance.now()
    const control: ReadControl = {
      bytes: (fileIndex, chunk) => sha.add(fileIndex, chunk),
      breathe: async (bytesRead) => {
        const now = performance.now()
        if (now - toldAt > PROGRESS_MS) {
          toldAt = now
          const { rowsIn, rowsKept, rowsRejected } = sink
          post({ kind: 'progress', bytesRead, rowsIn, rowsKept, rowsRejected })
        }
        await room()
      },
    }
    await found.read(sink, control)
    const end = sink.finish()
    return { status: 'read', sha256: await sha.digest(room), ...end }
  } catch (error) {
    if (error instanceof AppError) return { status: 'failed', code: error.code, details: named(error, task) }
    throw error
  }
}

/** Sentences about a file name it; what the sink throws knows no file. */
const named = ({ details }: AppError, task: ReadTask): AppError['details'] => ({
  name: task.files[0]?.name ?? '',
  ...details,
})
