import { type ParseArgsConfig, parseArgs } from 'node:util'
import { HostError } from './terminal.ts'

type Options = NonNullable<ParseArgsConfig['options']>

/** Node's own parser; its complaint becomes ours. */
export function readOptions<const O extends Options>(
  args: readonly string[],
  options: O,
  positionals = false,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: positionals, strict: true })
  } catch (error) {
    const problem = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error)
    throw new HostError('usage.badOption', { problem: problem.split('. ', 1)[0] ?? problem })
  }
}

export function readNow(text: string | undefined): string | undefined {
  if (text !== undefined && Number.isNaN(Date.parse(text))) throw new HostError('usage.badNow')
  return text
}

export function readPort(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (!(port <= 65_535)) throw new HostError('usage.badPort')
  return port
}
