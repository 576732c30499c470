import type { NodePorts } from '#main/adapters/node-ports.ts'
import type { CallInput, CallOutput } from '#shared/contract/index.ts'
import type { CallName } from '#shared/contract/names.ts'
import type { Role } from '#shared/contract/permissions.ts'
import type { OptionsRead } from '../options.ts'
import type { Terminal } from '../terminal.ts'
import type { Line } from './line.ts'
import type { Column, OutputFormat, Report, Row } from './render.ts'

/** Every option that some command takes, under one name and of one kind wherever it is taken. */
export const cliOptions = {
  data: { type: 'string' },
  now: { type: 'string' },
  language: { type: 'string' },
  'lock-timeout': { type: 'string' },
  'token-file': { type: 'string' },
  organisation: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  format: { type: 'string' },
  mode: { type: 'string' },
  'dry-run': { type: 'boolean' },
  focus: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  out: { type: 'string' },
  latin: { type: 'boolean' },
  'passphrase-stdin': { type: 'boolean' },
  'passphrase-file': { type: 'string' },
  period: { type: 'string' },
  formats: { type: 'string' },
  month: { type: 'string' },
  what: { type: 'string' },
  kind: { type: 'string' },
  name: { type: 'string' },
  key: { type: 'string' },
  content: { type: 'string' },
  fetch: { type: 'boolean' },
  list: { type: 'boolean' },
  yes: { type: 'boolean' },
} as const

type OptionName = keyof typeof cliOptions
export type Options = OptionsRead<typeof cliOptions>

/** What every command takes. */
export const commonOptions: readonly OptionName[] = [
  'data',
  'now',
  'language',
  'lock-timeout',
  'token-file',
  'organisation',
  'help',
]

/** One call of the contract, with the same permission and the same record in the audit trail as in the window. */
export type Ask = <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>
/** Looks again at every news, until it is as it is waited for. */
export type Until = <T>(look: () => Promise<T>, isDone: (seen: T) => boolean) => Promise<T>

export type Means = {
  words: readonly string[]
  options: Options
  format: OutputFormat
  terminal: Terminal
  /** How to ask for help, as this program was started. */
  help: string
  ports: NodePorts
  /** Opens the store at the first question, or finds the window that has it open and asks there. */
  ask: Ask
  until: Until
  /** Who has the store open, where that is not this command. */
  beside(): Promise<Line['beside']>
  /** By the token where one is named, else as the owner of the store's file. `organisation`: instead of the option's. */
  signIn(organisation?: string): Promise<{ workspaceName: string; role: Role }>
  /** Several organisations, and none named: each in turn. A token has one. */
  organisations(): Promise<readonly (string | undefined)[]>
}

export type Outcome = {
  code?: number
  facts?: Report
  /** Where there is no row, a table and CSV still have their columns. */
  rows?: readonly Row[]
  columns?: readonly Column[]
  /** The rows as a person reads them, for the table alone. */
  spoken?: readonly Row[]
}

export type Command = {
  options: readonly OptionName[]
  /** What may follow the command's name. */
  words: 'none' | 'any'
  /** `--format` names a kind of file here and not the form of the output. */
  hasOwnFormat?: boolean
  run(means: Means): Promise<Outcome>
}
