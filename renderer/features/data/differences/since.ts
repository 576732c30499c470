import type { Translate } from '#renderer/i18n/translate.ts'
import type { Since } from '#shared/contract/differences.ts'
import type { CallOutput } from '#shared/contract/index.ts'

type Moment = CallOutput<'differences.listMoments'>['items'][number]

/** As the address has it: `f12` before a file came in, else milliseconds. */
export const sinceText = ({ importId, kind, atMs }: Moment): string =>
  kind === 'committed' && importId !== null ? `f${importId}` : String(atMs - 1)

/** Null where the address says nothing that can be asked. */
export function readSince(text: string): Since | null {
  const [, file, number = ''] = /^(f?)(\d{1,15})$/.exec(text) ?? []
  if (number === '') return null
  if (file === '') return { atMs: Number(number) }
  return Number(number) > 0 ? { importId: Number(number) } : null
}

export const momentWords = (moment: Moment, t: Translate, instant: (ms: number) => string): string =>
  t(`differences.moment.${moment.kind}`, { label: moment.label, at: instant(moment.atMs) })
