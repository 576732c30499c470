import type { Connection } from './connection.ts'

/** "IZEN": tells tools such as `file` whose database this is. */
const APPLICATION_ID = 0x495a454e

const BUSY_MS = 5_000

export function setPragmas(connection: Connection): void {
  connection.pragma(`busy_timeout = ${BUSY_MS}`)
  connection.pragma('trusted_schema = OFF')
  connection.pragma('cell_size_check = ON')
  connection.pragma('foreign_keys = ON')
  connection.pragma('recursive_triggers = ON')
  connection.pragma('temp_store = MEMORY')
  connection.pragma('cache_size = -32000')
}

/**
 * Written ahead and flushed at every commit: what was confirmed outlives the process and the power. The probe is a
 * write that leaves nothing, so that a file that can only be read is found out at once and not at the first save.
 */
export function setJournal(connection: Connection): void {
  const isMarked = connection.pragma('application_id', { simple: true }) === APPLICATION_ID
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL')
  const end = isMarked ? 'ROLLBACK' : 'COMMIT'
  connection.exec(`BEGIN IMMEDIATE; PRAGMA application_id = ${APPLICATION_ID}; ${end}`)
}
