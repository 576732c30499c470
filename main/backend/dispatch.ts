import type { Session } from '#main/core/model/session.ts'
import type { Caller, Ports } from '#main/ports/ports.ts'
import type { EventName } from '#shared/contract/events.ts'
import { contract, isCallName } from '#shared/contract/index.ts'
import { type CallName, callNames } from '#shared/contract/names.ts'
import { isGranted, type Permission } from '#shared/contract/permissions.ts'
import { AppError, type Envelope } from '#shared/errors/app-error.ts'
import type { ErrorCode } from '#shared/errors/codes.ts'
import type { HandlersOf } from './handler.ts'
import { redactInput } from './redact.ts'

export type AuditEntry = {
  atMs: number
  workspaceId: string | null
  userId: string | null
  host: string
  call: string
  input: unknown
  outcome: 'ok' | ErrorCode
  durationMs: number
}

export type Dispatch = (name: string, input: unknown, caller: Caller) => Promise<Envelope<unknown>>

type Parts = {
  ports: Ports
  handlers: HandlersOf<typeof contract>
  findSession(caller: Caller): Session | null
  audit(entry: AuditEntry): void
  emit(name: EventName, workspaceId: string | null): void
}

const SLOW_MS = 40

/**
 * The one gate of all three hosts: parse, who calls, permission, run, audit, map the error, log.
 * Nothing is thrown past it.
 */
export function createDispatch({ ports, handlers, findSession, audit, emit }: Parts): Dispatch {
  const { clock, log, ids } = ports

  async function run(
    name: CallName,
    raw: unknown,
    caller: Caller,
    session: Session | null,
  ): Promise<unknown> {
    const spec = contract[name]
    const input = spec.input.safeParse(raw)
    if (!input.success) {
      const issue = input.error.issues[0]
      throw new AppError('input.invalid', {
        field: issue?.path.join('.') || '—',
        problem: issue?.code ?? 'custom',
      })
    }
    authorize(spec.permission, session)
    // The map's own type ties each name to its handler; a name known only at run time cannot carry that tie.
    const handler = handlers[name] as (input: unknown, context: unknown) => unknown
    const value = await handler(input.data, { caller, session })
    if (!ports.checksOutputs) return value
    const output = spec.output.safeParse(value)
    if (!output.success) throw new Error(`${name} broke its contract: ${output.error.message}`)
    return value
  }

  return async (name, raw, caller) => {
    if (!isCallName(name)) return failure('call.unknown', { known: callNames.length })
    const spec = contract[name]
    const startedAt = clock.nowMs()
    const before = performance.now()
    let session: Session | null = null
    let outcome: 'ok' | ErrorCode = 'ok'
    let envelope: Envelope<unknown>
    try {
      session = findSession(caller)
      envelope = { ok: true, value: await run(name, raw, caller, session) }
    } catch (error) {
      const known = error instanceof AppError ? error : new AppError('internal')
      outcome = known.code
      const ref = outcome === 'internal' ? ids.next().slice(-8) : null
      if (outcome === 'internal') {
        log.write('error', 'call.crashed', {
          call: name,
          ref,
          stack: error instanceof Error ? error.stack : String(error),
        })
      }
      envelope = failure(known.code, known.details, ref)
    }
    const durationMs = Math.round(performance.now() - before)
    const after = session ?? safely(() => findSession(caller), null)
    if (spec.isAudited) {
      const entry: AuditEntry = {
        atMs: startedAt,
        workspaceId: after?.workspaceId ?? null,
        userId: after?.userId ?? null,
        host: caller.host,
        call: name,
        input: redactInput(raw),
        outcome,
        durationMs,
      }
      safely(() => audit(entry), undefined)
    }
    if (durationMs > SLOW_MS || outcome !== 'ok') {
      log.write(outcome === 'ok' ? 'info' : 'warn', 'call.done', { call: name, outcome, durationMs })
    }
    if (outcome === 'ok') {
      for (const event of spec.causes)
        emit(event, event === 'backups.changed' ? null : (after?.workspaceId ?? null))
    }
    return envelope
  }

  /** The answer is made already: a failing log or audit write must not take it away, only be told. */
  function safely<T>(work: () => T, fallback: T): T {
    try {
      return work()
    } catch (error) {
      log.write('error', 'dispatch.afterwork', {
        message: error instanceof Error ? error.message : String(error),
      })
      return fallback
    }
  }
}

function authorize(permission: Permission, session: Session | null): void {
  if (permission === 'public') return
  if (!session) throw new AppError('auth.required')
  if (permission === 'session') return
  if (session.isLocked) throw new AppError('auth.locked')
  if (!isGranted(session.role, permission)) throw new AppError('auth.forbidden', { role: session.role })
}

const failure = (code: ErrorCode, details = {}, ref: string | null = null): Envelope<never> => ({
  ok: false,
  error: { code, details, ref },
})
