import { writeFileSync } from 'node:fs'
import type { Session } from '#main/core/model/session.ts'
import { createExports } from '#main/services/exports/exports.service.ts'
import { createReports } from '#main/services/reports/reports.service.ts'
import { type openSeeded, scopeOf } from '#tests/integration/queries/seed.ts'

export const owner: Session = {
  id: 's',
  userId: 'A-user',
  workspaceId: 'A-workspace',
  role: 'owner',
  isDemo: false,
  isLocked: false,
  hasPassword: true,
  currency: 'RUB',
  timeZone: 'Europe/Moscow',
}

type Made = Awaited<ReturnType<typeof openSeeded>>

/** Reports on a store that a test can reach into; their part for programs meets a disk that may be full. */
export function seededReports({ store, ports }: Made, disk: { isFull: boolean } = { isFull: false }) {
  const emit = (): void => undefined
  return createReports({
    store,
    ports,
    emit,
    exports: createExports({ ports, emit }),
    mail: { send: async () => undefined },
    scopeAt: ({ workspaceId }, nowMs) => scopeOf(store, ports, workspaceId, { nowMs }),
    focusExport: {
      writeFile: async (_, { path }) => {
        writeFileSync(path, 'BilledCost\n')
        if (disk.isFull) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
      },
    },
  })
}
