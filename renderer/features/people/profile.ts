import type { CallOutput } from '#shared/contract/index.ts'

/** Who may sign in here. */
export type Profile = CallOutput<'app.getState'>['profiles'][number]
