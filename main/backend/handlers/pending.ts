import type { acts } from '#shared/contract/acts.ts'
import type { packages } from '#shared/contract/packages.ts'
import type { reports } from '#shared/contract/reports.ts'
import type { HandlersOf } from '../handler.ts'

/** Gone before this lands: each area's own handlers take its place. */
export const pendingHandlers = {} as HandlersOf<typeof reports & typeof acts & typeof packages>
