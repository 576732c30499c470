import type { ImportSource, MappingSpec, ReadingView } from '#shared/contract/imports.ts'
import type { LineSink } from './line-sink.ts'
import type { ReadTask } from './protocol.ts'

/** What the reading of a delivery is told and asked while it goes on (thread/run-task). */
export type ReadControl = {
  /**
   * Between two pieces of a file (about a megabyte, or a few thousand rows): tells how many bytes of all files have been
   * read, waits for the writer, throws when the reading was cancelled.
   */
  breathe(bytesRead: number): Promise<void>
  /**
   * Bytes of the file in their order, for its sum. Whoever reads a file from its first byte to its last passes them all
   * on; for a file that was read at random nothing is passed, and its sum is taken afterwards.
   */
  bytes(fileIndex: number, chunk: Uint8Array): void
}

/** A delivery that is understood: `read` puts every row of it into the sink. */
type Understood = {
  kind: 'understood'
  source: ImportSource
  reading: ReadingView
  read(sink: LineSink, control: ReadControl): Promise<void>
}

/** A delivery that a person has to say something about first. */
type Asking = {
  kind: 'asking'
  reading: ReadingView
  sample: { header: string[]; rows: string[][]; proposal: MappingSpec }
}

/** Looks at the files of a delivery; throws AppError for what no answer can mend. */
export type Recognise = (task: ReadTask) => Promise<Understood | Asking>
