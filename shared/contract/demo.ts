import { z } from 'zod'
import { command } from './call.ts'
import { nothing } from './values.ts'

export const demo = {
  /** Throws away what was changed in the demo company and makes it anew. */
  'demo.update': command({
    permission: 'store.manage',
    input: nothing,
    output: z.object({}),
    causes: ['data.changed', 'settings.changed'],
  }),
  /** Removes the demo company with everything in it and signs out of it. */
  'demo.remove': command({
    permission: 'store.manage',
    input: nothing,
    output: z.object({}),
    causes: ['data.changed', 'session.changed'],
  }),
}
