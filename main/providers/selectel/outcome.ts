import type { Scope, ScopeOutcome } from '#main/core/model/findings.ts'
import type { ErrorView } from '#shared/errors/app-error.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { type Count, newCount } from './billing/turns.ts'
import type { Run } from './run.ts'

type Status = ScopeOutcome['status']

type Part = {
  scope: Scope
  endpoint: string
  region?: string | null
  project?: string | null
  /** The provider may have no such thing there, which is an answer. */
  isOptional?: boolean
  /** Where there is none, some say that it is closed: a right is missing only where it is paid for. */
  isClosedWhereAbsent?: boolean
  /** Nobody said that there is anything: where nobody answers, there is nothing to tell. */
  isGuessed?: boolean
  /** A refused token ends the whole sync: the account's own, and not a project's. */
  isAccount?: boolean
}

/**
 * Asks one part of the account and tells how it went: what fails, fails alone. A list of which something could not be
 * read did not answer in full, so that nothing is taken for gone because of it.
 */
export async function askPart(run: Run, part: Part, ask: () => Promise<Count>): Promise<Status | null> {
  const { scope, endpoint, region = null, project = null } = part
  const tell = (status: Status, found: number, error: ErrorView | null): Status => {
    run.sink.outcome({ scope, status, endpoint, region, project, found, error })
    return status
  }
  let count = newCount()
  try {
    count = await ask()
  } catch (error) {
    run.signal.throwIfAborted()
    if (!(error instanceof AppError)) throw error
    if (part.isAccount && error.code === 'provider.badCredentials') throw error
    if (part.isGuessed && isSilent(error) && !run.billedScopes.has(scope)) {
      run.log.write('info', 'selectel.nobodyThere', { scope, code: error.code })
      return null
    }
    return tell(statusOf(error, part, run), 0, viewOf(error))
  }
  if (count.unreadable === 0) return tell('done', count.found, null)
  const { path, problem } = count.first ?? { path: '—', problem: 'unreadable' }
  const details = { host: endpoint, path, problem: `${problem} × ${count.unreadable}` }
  return tell('failed', count.found, { code: 'provider.badAnswer', details, ref: null })
}

function statusOf({ code, details }: AppError, part: Part, run: Run): Status {
  const isBilled = run.billedScopes.has(part.scope)
  if (code === 'provider.forbidden') {
    // Only a bill that was read can say that nothing is paid for there.
    return part.isClosedWhereAbsent && run.hour === 'read' && !isBilled ? 'absent' : 'forbidden'
  }
  const isMissing = part.isOptional && code === 'provider.refused' && details.status === 404
  // What is paid for there is there: then the answer is a fault. While the bill is silent nobody knows.
  return isMissing && run.hour !== 'silent' && !isBilled ? 'absent' : 'failed'
}

const viewOf = ({ code, details }: AppError): ErrorView => ({ code, details, ref: null })

const SILENT = new Set(['provider.unreachable', 'provider.timeout', 'provider.tls', 'provider.proxy'])

/** Nobody answers there: whoever asks next would wait for nothing just as long. */
export const isSilent = ({ code }: AppError): boolean => SILENT.has(code)
