import type { Environment } from '#main/adapters/paths.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { Locale } from '#shared/lib/format-money.ts'
import { describeError } from '#shared/texts/errors.ts'
import { type TerminalText, terminalText } from '#shared/texts/terminal.ts'
import { exitCodeOf, exitCodes } from './exit-codes.ts'

/** What only a host can meet: a wrong command line, a taken port. One sentence and an exit code. */
export class HostError extends Error {
  readonly key: TerminalText
  readonly facts: Record<string, string | number>
  readonly exitCode: number

  constructor(
    key: TerminalText,
    facts: Record<string, string | number> = {},
    exitCode: number = exitCodes.usage,
  ) {
    super(key)
    this.name = 'HostError'
    this.key = key
    this.facts = facts
    this.exitCode = exitCode
  }
}

/** English for a system set to English, Russian for everyone else. */
export function localeOf(env: Environment): Locale {
  const language = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return language.toLowerCase().startsWith('en') ? 'en' : 'ru'
}

export type Terminal = {
  locale: Locale
  say(key: TerminalText, facts?: Record<string, string | number>): void
  note(key: TerminalText, facts?: Record<string, string | number>): void
  /** For somebody who waits; a log of a task has no use for it. */
  progress(key: TerminalText, facts?: Record<string, string | number>): void
  /** What went wrong and what to do, never a stack, and the exit code that belongs to it. */
  explain(error: unknown, logsFolder?: string): number
}

/** In the language of the system, unless the command names another. */
export function createTerminal(env: Environment, locale = localeOf(env)): Terminal {
  const tell = (text: string): void => console.error(`InfraZen: ${text}`)
  return {
    locale,
    say: (key, facts) => console.log(terminalText(locale, key, facts)),
    note: (key, facts) => console.error(terminalText(locale, key, facts)),
    progress(key, facts) {
      if (process.stderr.isTTY) console.error(terminalText(locale, key, facts))
    },
    explain(error, logsFolder) {
      if (error instanceof HostError) {
        tell(terminalText(locale, error.key, error.facts))
        return error.exitCode
      }
      const known = error instanceof AppError ? error : new AppError('internal')
      const { title, next } = describeError(known, locale)
      tell(title)
      tell(next)
      if (known.code === 'internal' && logsFolder) {
        tell(terminalText(locale, 'log.where', { path: logsFolder }))
      }
      return exitCodeOf(known.code)
    },
  }
}
