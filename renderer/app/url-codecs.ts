import { type Day, isDay } from '#shared/lib/day.ts'

/** A value of the address line. A default is not written, so that a plain page has a plain address. */
export type UrlCodec<T> = { parse(text: string | null): T; format(value: T): string | null }
export type UrlCodecs = Readonly<Record<string, UrlCodec<unknown>>>
export type UrlState<C> = { [K in keyof C]: C[K] extends UrlCodec<infer T> ? T : never }

export const textParam = (otherwise = ''): UrlCodec<string> => ({
  parse: (text) => text ?? otherwise,
  format: (value) => (value === otherwise ? null : value),
})

export const oneOfParam = <const T extends string>(allowed: readonly T[], otherwise: T): UrlCodec<T> => ({
  parse: (text) => allowed.find((value) => value === text) ?? otherwise,
  format: (value) => (value === otherwise ? null : value),
})

/** One of a list, or nothing chosen. */
export const optionalParam = <const T extends string>(allowed: readonly T[]): UrlCodec<T | null> => ({
  parse: (text) => allowed.find((value) => value === text) ?? null,
  format: (value) => value,
})

/** Any text, or nothing chosen. */
export const optionalTextParam = (): UrlCodec<string | null> => ({
  parse: (text) => (text === '' ? null : text),
  format: (value) => value,
})

export const intParam = (otherwise: number, min = 0): UrlCodec<number> => ({
  parse: (text) => {
    const value = text !== null && /^\d{1,9}$/.test(text) ? Number(text) : otherwise
    return value < min ? otherwise : value
  },
  format: (value) => (value === otherwise ? null : String(value)),
})

export const dayParam = (): UrlCodec<Day | null> => ({
  parse: (text) => (text !== null && isDay(text) ? text : null),
  format: (value) => value,
})

export const flagParam = (otherwise = false): UrlCodec<boolean> => ({
  parse: (text) => (text === null ? otherwise : text === '1'),
  format: (value) => (value === otherwise ? null : value ? '1' : '0'),
})

type AnyCodec = UrlCodec<unknown>

export function readUrl<C extends UrlCodecs>(codecs: C, search: string): UrlState<C> {
  const params = new URLSearchParams(search)
  return Object.fromEntries(
    Object.entries(codecs).map(([key, codec]) => [key, (codec as AnyCodec).parse(params.get(key))]),
  ) as UrlState<C>
}

/** The query string after a change; parameters that the codecs don't know stay as they are. */
export function writeUrl<C extends UrlCodecs>(
  codecs: C,
  search: string,
  patch: Partial<UrlState<C>>,
): string {
  const params = new URLSearchParams(search)
  for (const [key, value] of Object.entries(patch)) {
    const codec = codecs[key] as AnyCodec | undefined
    const text = codec?.format(value) ?? null
    if (text === null) params.delete(key)
    else params.set(key, text)
  }
  const query = params.toString()
  return query === '' ? '' : `?${query}`
}
