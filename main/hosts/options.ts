import { type ParseArgsConfig, parseArgs } from 'node:util'
import { HostError } from './terminal.ts'

type Options = NonNullable<ParseArgsConfig['options']>

/** What has been read of such options. */
export type OptionsRead<O extends Options> = {
  -readonly [N in keyof O]?: O[N]['type'] extends 'boolean' ? boolean : string
}

/** The command that tells what there is to ask for. */
export const helpOf = { start: 'npm start -- --help', cli: 'npm run cli -- --help' } as const

export const asksForHelp = (args: readonly string[]): boolean =>
  args.includes('--help') || args.includes('-h')

type How = { positionals?: boolean; help?: string }

/** Node's own parser; its complaint becomes ours. */
export function readOptions<const O extends Options>(
  args: readonly string[],
  options: O,
  { positionals = false, help = helpOf.start }: How = {},
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: positionals, strict: true })
  } catch (error) {
    throw complaint(args, options, { positionals, help }) ?? error
  }
}

/** The parser speaks English alone; what it could not take is found again among its tokens and named in our sentence. */
function complaint(args: readonly string[], options: Options, how: Required<How>): HostError | null {
  const { help } = how
  const config = { args: [...args], options, allowPositionals: true, strict: false, tokens: true } as const
  for (const token of parseArgs(config).tokens) {
    if (token.kind === 'option-terminator' || (token.kind === 'positional' && how.positionals)) continue
    if (token.kind === 'positional') return new HostError('usage.extraWord', { word: token.value, help })
    const { rawName: name, value, inlineValue } = token
    const type = options[token.name]?.type
    if (!type) return new HostError('usage.unknownOption', { name, help })
    if (type === 'boolean' && value !== undefined) return new HostError('usage.needlessValue', { name })
    // The word after it looks like the next option: the value has been forgotten.
    const isForgotten = value === undefined || (!inlineValue && value.startsWith('-'))
    if (type === 'string' && isForgotten) return new HostError('usage.noValue', { name })
  }
  return null
}

export function readNow(text: string | undefined): string | undefined {
  if (text !== undefined && Number.isNaN(Date.parse(text))) throw new HostError('usage.badNow')
  return text
}

/** In milliseconds. */
export function readSeconds(text: string | undefined, name: string): number | undefined {
  if (text === undefined) return undefined
  if (!/^\d{1,6}$/.test(text)) throw new HostError('usage.badSeconds', { name })
  return Number(text) * 1000
}

export function readPort(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (!(port <= 65_535)) throw new HostError('usage.badPort')
  return port
}
