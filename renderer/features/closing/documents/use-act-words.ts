import { useText } from '#renderer/i18n/use-text.ts'
import type { ActView, VatRate } from '#shared/contract/acts.ts'

export function useActWords() {
  const { t } = useText()
  return {
    nameOf: ({ kind, number }: Pick<ActView, 'kind' | 'number'>): string =>
      t('acts.numbered', { kind: t(`acts.kind.${kind}`), number }),
    rateOf: (rate: VatRate): string =>
      rate === 'none' || rate === 'mixed'
        ? t(`acts.rate.${rate}`)
        : t('acts.rate.percent', { percent: rate }),
    supplierOf: ({ supplier }: Pick<ActView, 'supplier'>): string => supplier.name || t('acts.noSupplier'),
    correctsOf: ({ correctsId, correctsNumber }: ActView): string | null =>
      correctsNumber === null
        ? null
        : t(correctsId === null ? 'acts.correctsMissing' : 'acts.corrects', { number: correctsNumber }),
  }
}
