import { type TextKey, texts } from '#renderer/i18n/texts.ts'
import type { Translate } from '#renderer/i18n/translate.ts'
import type { Tone } from '#renderer/ui/Badge.tsx'
import type { ImportView, ParcelStatus, ReadingView } from '#shared/contract/imports.ts'

/** Loaded files on one page of their list. */
export const PAGE_SIZE = 50

/** Nothing of these counts yet: they are read, or wait for somebody. */
export const openStatuses = [
  'waiting',
  'reading',
  'paused',
  'asking',
  'ready',
  'same',
  'failed',
  'cancelled',
] as const satisfies readonly ParcelStatus[]
export const doneStatuses = ['committed', 'withdrawn'] as const satisfies readonly ParcelStatus[]

export const STATUS_TONES: Record<ParcelStatus, Tone> = {
  waiting: 'neutral',
  reading: 'info',
  paused: 'warn',
  asking: 'warn',
  ready: 'info',
  same: 'neutral',
  committed: 'ok',
  withdrawn: 'neutral',
  failed: 'bad',
  cancelled: 'neutral',
}

export const isOpen = (status: ParcelStatus): boolean =>
  (openStatuses as readonly ParcelStatus[]).includes(status)
export const isReading = (status: ParcelStatus): boolean => status === 'waiting' || status === 'reading'
/** Can be read again from its start. */
export const isResumable = (status: ParcelStatus): boolean =>
  status === 'paused' || status === 'failed' || status === 'cancelled'

/** What kind of report it is, with FOCUS's version where it is FOCUS. */
export function sourceName(
  source: ImportView['source'],
  version: string | null | undefined,
  t: Translate,
): string | null {
  if (source === null) return null
  return source === 'focus' && version
    ? t('imports.source.focusVersion', { version })
    : t(`imports.source.${source}`)
}

/** Why a row stands in the quarantine; a code that has no sentence here is shown, not hidden. */
export function reasonWords(reason: string, t: Translate): string {
  const key = `reject.${reason}`
  return Object.hasOwn(texts.imports.ru, key)
    ? t(`imports.${key}` as TextKey)
    : t('imports.reject.other', { code: reason })
}

const SEPARATORS = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const

export function separatorWords(separator: string, t: Translate): string {
  const known = Object.hasOwn(SEPARATORS, separator)
    ? SEPARATORS[separator as keyof typeof SEPARATORS]
    : undefined
  return known ? t(`imports.separator.${known}`) : separator
}

export const decimalWords = (decimal: '.' | ',', t: Translate): string =>
  t(decimal === '.' ? 'imports.decimal.point' : 'imports.decimal.comma')

const FORMATS = { csv: 'CSV', parquet: 'Parquet', xlsx: 'Excel (XLSX)' } as const

/** `CSV, gzip`: how the bytes lie. */
export const formatWords = ({ format, compression }: Pick<ReadingView, 'format' | 'compression'>): string =>
  compression === 'none' || format === 'xlsx' ? FORMATS[format] : `${FORMATS[format]}, ${compression}`

/** The rows of one import in the ledger, over all days that it tells of. */
export function ledgerPath({ id, from, to }: Pick<ImportView, 'id' | 'from' | 'to'>): string {
  const range = from && to ? `&period=custom&from=${from}&to=${to}` : ''
  return `/ledger?import=${id}${range}`
}
