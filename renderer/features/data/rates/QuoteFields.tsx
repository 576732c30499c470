import { listCurrencies } from '#renderer/i18n/currency-options.ts'
import { readNominal, readRate } from '#renderer/i18n/read-rate.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Select } from '#renderer/ui/Select.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import type { Currency } from '#shared/lib/currency.ts'
import styles from './rates.module.css'

type Quote = { currency: Currency; nominal: string; value: string; note: string }

/** What was typed, read; null while something of it is wrong. */
export function readQuote({ currency, nominal, value, note }: Quote) {
  const read = { nominal: readNominal(nominal), value: readRate(value) }
  if (read.nominal === null || read.value === null) return null
  return { currency, nominal: read.nominal, value: read.value, note: note.trim() || null }
}

type Props = { quote: Quote; isTried: boolean; onChange: (quote: Quote) => void }

/** Currency, nominal, rate and grounds: the same for a rate of one's own and for an act's. */
export function QuoteFields({ quote, isTried, onChange }: Props) {
  const { t, language } = useText()
  const set = (patch: Partial<Quote>): void => onChange({ ...quote, ...patch })
  return (
    <>
      <Select
        label={t('rates.currency')}
        value={quote.currency}
        options={listCurrencies(language).filter(({ value }) => value !== 'RUB')}
        onChange={(currency) => set({ currency })}
      />
      <div className={styles.fields}>
        <TextField
          label={t('rates.value')}
          inputMode="decimal"
          maxLength={24}
          value={quote.value}
          hint={t('rates.valueHint')}
          error={isTried && readRate(quote.value) === null ? t('rates.badValue') : undefined}
          onChange={(value) => set({ value })}
        />
        <TextField
          label={t('rates.nominal')}
          inputMode="numeric"
          maxLength={9}
          value={quote.nominal}
          error={isTried && readNominal(quote.nominal) === null ? t('rates.badNominal') : undefined}
          onChange={(nominal) => set({ nominal })}
        />
      </div>
      <TextField
        label={t('rates.note')}
        maxLength={500}
        value={quote.note}
        hint={t('rates.noteHint')}
        onChange={(note) => set({ note })}
      />
    </>
  )
}
