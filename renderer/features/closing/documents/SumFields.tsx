import { Calculator } from 'lucide-react'
import { listCurrencies } from '#renderer/i18n/currency-options.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import { vatRates } from '#shared/contract/acts.ts'
import styles from './documents.module.css'
import type { TypedAct } from './TypedDialog.tsx'
import { otherTotal, readTypedSum, sumsFrom } from './typed.ts'
import { useActWords } from './use-act-words.ts'

type Props = { typed: TypedAct; isTried: boolean; onChange: (patch: Partial<TypedAct>) => void }

/** Three sums that must agree, and the rate between them. */
export function SumFields({ typed, isTried, onChange }: Props) {
  const { t, language } = useText()
  const format = useFormat()
  const words = useActWords()
  const [without, vat, total] = [typed.without, typed.vat, typed.total].map(readTypedSum)
  const made = without && vat && total ? otherTotal(without, vat, total) : null
  const bad = (sum: string | null | undefined): string | undefined =>
    isTried && !sum ? t('acts.badSum') : undefined
  const found = without ? sumsFrom(without, typed.rate) : null
  const plain = (text: string): string => (language === 'ru' ? text.replace('.', ',') : text)
  return (
    <>
      <div className={styles.fields}>
        <Select
          label={t('acts.currency')}
          value={typed.currency}
          options={listCurrencies(language)}
          onChange={(currency) => onChange({ currency })}
        />
        <Select
          label={t('acts.vatRate')}
          value={typed.rate}
          options={vatRates.map((rate) => ({ value: rate, label: words.rateOf(rate) }))}
          onChange={(rate) => onChange({ rate })}
        />
      </div>
      <div className={styles.three}>
        <TextField
          label={t('acts.withoutSum')}
          inputMode="decimal"
          value={typed.without}
          hint={typed.kind === 'correction' ? t('acts.minusHint') : undefined}
          error={bad(without)}
          onChange={(value) => onChange({ without: value })}
        />
        <TextField
          label={t('acts.vatSum')}
          inputMode="decimal"
          value={typed.vat}
          error={bad(vat)}
          onChange={(value) => onChange({ vat: value })}
        />
        <TextField
          label={t('acts.totalSum')}
          inputMode="decimal"
          value={typed.total}
          error={
            bad(total) ??
            (isTried && made !== null
              ? t('acts.wrongSums', { sum: format.money({ amount: made, currency: typed.currency }) })
              : undefined)
          }
          onChange={(value) => onChange({ total: value })}
        />
      </div>
      {found ? (
        <div>
          <Button
            size="sm"
            variant="ghost"
            icon={Calculator}
            onClick={() => onChange({ vat: plain(found.vat), total: plain(found.total) })}
          >
            {t('acts.count')}
          </Button>
        </div>
      ) : null}
    </>
  )
}
