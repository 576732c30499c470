import type { Session } from '#main/core/model/session.ts'
import type { Caller } from '#main/ports/ports.ts'
import type { CallOutput, Contract, ParsedInput } from '#shared/contract/index.ts'
import type { CallName } from '#shared/contract/names.ts'

/** `session` is null only in calls whose permission is `public`. */
type CallContext<N extends CallName = CallName> = {
  caller: Caller
  session: Contract[N]['permission'] extends 'public' ? Session | null : Session
}

type Handler<N extends CallName> = (
  input: ParsedInput<N>,
  context: CallContext<N>,
) => CallOutput<N> | Promise<CallOutput<N>>

export type HandlersOf<Area> = { [N in keyof Area & CallName]: Handler<N> }
