import type { Session } from '#main/core/model/session.ts'
import type { Caller, Ports } from '#main/ports/ports.ts'
import type { CallSpec } from '#shared/contract/call.ts'
import type { EventName } from '#shared/contract/events.ts'
import { contract, isCallName } from '#shared/contract/index.ts'
import type { CallName } from '#shared/contract/names.ts'
import { isGranted } from '#shared/contract/permissions.ts'
import { AppError, type Envelope } from '#shared/errors/app-error.ts'
import type { ErrorCode, ErrorDetails } from '#shared/errors/codes.ts'
import { findStray, isTooLarge } from './bounds.ts'
import type { HandlersOf } from './handler.ts'
import { auditInput, describeThrown, secretsIn } from './redact.ts'

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

/** What is learned of a call on its way through the gate. */
type Passage = {
  name: CallName
  spec: CallSpec
  caller: Caller
  secrets: string[]
  /** Only what the contract knows is ever recorded: a secret under a mistyped name is not recognised as one. */
  recorded: unknown
  session: Session | null
}

const SLOW_MS = 40

/**
 * The one gate of all three hosts: parse, who calls, permission, run, audit, map the error, log.
 * Nothing is thrown past it.
 */
export function createDispatch({ ports, handlers, findSession, audit, emit }: Parts): Dispatch {
  const { clock, log, ids } = ports

  async function run(passage: Passage, raw: unknown): Promise<unknown> {
    const { name, spec, caller } = passage
    if (isTooLarge(raw)) throw new AppError('call.tooLarge')
    passage.secrets = secretsIn(raw)
    passage.session = findSession(caller)
    const input = spec.input.safeParse(raw)
    if (!input.success) throw invalid(input.error.issues[0])
    passage.recorded = auditInput(input.data, passage.secrets)
    authorize(spec, passage.session)
    // The map's own type ties each name to its handler; a name known only at run time cannot carry that tie.
    const handler = handlers[name] as (input: unknown, context: unknown) => unknown
    const value = await handler(input.data, { caller, session: passage.session })
    if (ports.checksOutputs) checkOutput(name, spec, value)
    return value
  }

  function fail(thrown: unknown, { name, secrets, caller }: Passage): Envelope<never> {
    const error = thrown instanceof AppError ? thrown : new AppError('internal')
    if (error.code === 'internal') {
      const ref = safely(() => ids.next().slice(-8), 'unknown')
      tell('error', 'call.crashed', { call: name, ref, stack: describeThrown(thrown, secrets) })
      return failure('internal', {}, ref)
    }
    const cause = error.cause === undefined ? {} : { cause: describeThrown(error.cause, secrets) }
    tell('warn', 'call.failed', { call: name, host: caller.host, outcome: error.code, ...cause })
    return failure(error.code, error.details)
  }

  return async (name, raw, caller) => {
    if (!isCallName(name)) return failure('call.unknown')
    const spec = contract[name]
    const passage: Passage = { name, spec, caller, secrets: [], recorded: {}, session: null }
    const atMs = safely(() => clock.nowMs(), 0)
    const before = performance.now()
    const envelope = await run(passage, raw).then(
      (value): Envelope<unknown> => ({ ok: true, value }),
      (thrown: unknown) => fail(thrown, passage),
    )
    const durationMs = Math.round(performance.now() - before)
    safely(() => settle(passage, envelope, atMs, durationMs), undefined)
    return envelope
  }

  /** The trail, the log and the events of a call that has its answer. */
  function settle(passage: Passage, envelope: Envelope<unknown>, atMs: number, durationMs: number): void {
    const { name, spec, caller, session } = passage
    const outcome = envelope.ok ? 'ok' : envelope.error.code
    const changesSession = envelope.ok && spec.causes.includes('session.changed')
    const after = changesSession ? safely(() => findSession(caller), null) : session
    if (spec.isAudited) {
      const who = after ?? session
      const workspaceId = who?.workspaceId ?? null
      const entry = { atMs, workspaceId, userId: who?.userId ?? null, host: caller.host, call: name }
      safely(() => audit({ ...entry, input: passage.recorded, outcome, durationMs }), undefined)
    }
    if (durationMs > SLOW_MS) tell('info', 'call.slow', { call: name, outcome, durationMs })
    if (!envelope.ok) return
    for (const event of spec.causes)
      for (const workspaceId of concerned(spec, event, session, after))
        safely(() => emit(event, workspaceId), undefined)
  }

  function tell(level: 'info' | 'warn' | 'error', event: string, facts: Record<string, unknown>): void {
    try {
      log.write(level, event, facts)
    } catch {
      // There is nowhere left to tell it.
    }
  }

  /** The answer is made already: a failing log or audit write must not take it away, only be told. */
  function safely<T>(work: () => T, fallback: T): T {
    try {
      return work()
    } catch (thrown) {
      tell('error', 'dispatch.afterwork', { stack: describeThrown(thrown, []) })
      return fallback
    }
  }
}

function authorize(spec: CallSpec, session: Session | null): void {
  if (session?.isLocked && !spec.worksLocked) throw new AppError('auth.locked')
  if (spec.permission === 'public') return
  if (!session) throw new AppError('auth.required')
  if (!isGranted(session.role, spec.permission)) throw new AppError('auth.forbidden', { role: session.role })
}

function invalid(issue: { path: PropertyKey[]; code?: string | undefined } | undefined): AppError {
  const field = issue?.path.map(String).join('.').slice(0, 100)
  return new AppError('input.invalid', { field: field || '—', problem: issue?.code ?? 'custom' })
}

function checkOutput(name: CallName, spec: CallSpec, value: unknown): void {
  const output = spec.output.safeParse(value)
  if (!output.success) throw new Error(`${name} broke its contract: ${output.error.message}`)
  const stray = findStray(value, output.data)
  if (stray !== null) throw new Error(`${name} broke its contract: ${stray} is not part of it`)
}

/** A change of session concerns the organisation that was left as well as the one that was entered. */
function concerned(
  spec: CallSpec,
  event: EventName,
  before: Session | null,
  after: Session | null,
): (string | null)[] {
  if (spec.reach === 'everyone') return [null]
  const ids = [before?.workspaceId, after?.workspaceId].filter((id) => id !== undefined)
  return event === 'session.changed' ? [...new Set(ids)] : ids.slice(-1)
}

const failure = (
  code: ErrorCode,
  details: ErrorDetails = {},
  ref: string | null = null,
): Envelope<never> => ({
  ok: false,
  error: { code, details, ref },
})
