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
  readonly causes: readonly EventName[]
}

type QueryOptions<I, O, P> = { permission: P; input: I; output: O }
type CommandOptions<I, O, P> = QueryOptions<I, O, P> & { isAudited?: boolean; causes?: readonly EventName[] }

export const query = <I extends z.ZodType, O extends z.ZodType, const P extends Permission>(
  o: QueryOptions<I, O, P>,
): CallSpec<I, O, P> => ({ ...o, kind: 'query', isAudited: false, causes: [] })

export const command = <I extends z.ZodType, O extends z.ZodType, const P extends Permission>(
  o: CommandOptions<I, O, P>,
): CallSpec<I, O, P> => ({ ...o, kind: 'command', isAudited: o.isAudited ?? true, causes: o.causes ?? [] })
