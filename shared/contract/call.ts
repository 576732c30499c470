import type { z } from 'zod'
import type { EventName } from './events.ts'
import type { Permission } from './permissions.ts'

export type CallSpec<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  P extends Permission = Permission,
> = {
  readonly kind: 'query' | 'command'
  readonly permission: P
  readonly input: I
  readonly output: O
  /** Commands leave an audit record unless they say otherwise. */
  readonly isAudited: boolean
  /** A locked session is refused everything that does not say this, calls open to the public included. */
  readonly worksLocked: boolean
  /** Whom its events reach: `everyone` where the whole store is concerned and not one organisation. */
  readonly reach: 'workspace' | 'everyone'
  readonly causes: readonly EventName[]
}

type QueryOptions<I, O, P> = { permission: P; input: I; output: O; worksLocked?: boolean }
type CommandOptions<I, O, P> = QueryOptions<I, O, P> & {
  isAudited?: boolean
  causes?: readonly EventName[]
  reach?: CallSpec['reach']
}

export const query = <I extends z.ZodType, O extends z.ZodType, const P extends Permission>(
  o: QueryOptions<I, O, P>,
): CallSpec<I, O, P> => ({
  ...o,
  kind: 'query',
  isAudited: false,
  worksLocked: o.worksLocked ?? false,
  causes: [],
  reach: 'workspace',
})

export const command = <I extends z.ZodType, O extends z.ZodType, const P extends Permission>(
  o: CommandOptions<I, O, P>,
): CallSpec<I, O, P> => ({
  ...o,
  kind: 'command',
  isAudited: o.isAudited ?? true,
  worksLocked: o.worksLocked ?? false,
  causes: o.causes ?? [],
  reach: o.reach ?? 'workspace',
})
