import type { NodeInbox } from '#main/adapters/inbox.ts'
import type { Log } from '#main/ports/ports.ts'
import type { GivenView } from '#shared/contract/host.ts'
import { AppError, type Envelope } from '#shared/errors/app-error.ts'

/** What a dialog offers first, by what is asked for. */
export const fileExtensions = {
  bills: ['csv', 'gz', 'tsv', 'txt', 'parquet', 'xlsx', 'json', 'xml', 'zip'],
  rates: ['xml', 'csv'],
  tables: ['csv', 'tsv', 'txt', 'xlsx'],
  documents: ['xml', 'xlsx', 'txt'],
  packages: ['izpack'],
  parcels: ['izdata'],
} as const

/** More than the parts of any delivery: what a person meant by one drop. */
const MOST = 500
const LONGEST_PATH = 4096

export type FileIntake = ReturnType<typeof createFileIntake>

/** Files that a person picked or dropped become notes in the inbox; the page learns tokens and names. */
export function createFileIntake({ inbox, log }: { inbox: Pick<NodeInbox, 'give'>; log: Log }) {
  const give = (paths: readonly string[]): GivenView[] => paths.map((path) => inbox.give(path))

  return {
    give,
    dropped(paths: unknown): Envelope<GivenView[]> {
      try {
        if (!arePaths(paths)) throw new AppError('import.noFile')
        return { ok: true, value: give(paths) }
      } catch (error) {
        const { code, details } = error instanceof AppError ? error : new AppError('internal')
        log.write('warn', 'files.refused', { code, cause: String((error as Error).cause ?? error) })
        return { ok: false, error: { code, details, ref: null } }
      }
    },
  }
}

const arePaths = (value: unknown): value is string[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.length <= MOST &&
  value.every((path) => typeof path === 'string' && path !== '' && path.length <= LONGEST_PATH)
