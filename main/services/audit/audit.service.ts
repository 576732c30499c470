import { addAudit } from '#main/store/repos/audit.repo.ts'
import type { Store } from '#main/store/store.ts'

type AuditRow = Parameters<typeof addAudit>[1]

const MAX_INPUT_BYTES = 4096

/** The trail of commands. It is only ever added to. */
export function createAudit({ store }: { store: Store }) {
  return {
    add(entry: AuditRow): void {
      store.transaction((db) => addAudit(db, { ...entry, input: bounded(entry.input) }))
    },
  }
}

function bounded(input: unknown): unknown {
  const bytes = Buffer.byteLength(JSON.stringify(input) ?? '')
  return bytes <= MAX_INPUT_BYTES ? (input ?? {}) : { cut: bytes }
}
