import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import type { RateView } from '#shared/contract/rates.ts'

/** Where a rate comes from, who brought it and when, in words. */
export function useTold(): (rate: RateView) => string {
  const { t } = useText()
  const format = useFormat()
  return ({ source, note, by, atMs }) => {
    const name =
      source === 'cbr' && note ? t('rates.source.file', { name: note }) : t(`rates.source.${source}`)
    if (atMs === null || source === 'demo') return name
    const at = format.instant(atMs)
    return by ? t('rates.toldBy', { source: name, person: by, at }) : t('rates.toldAt', { source: name, at })
  }
}
