import { type FormEvent, type ReactNode, useState } from 'react'
import { listCurrencies } from '#renderer/i18n/currency-options.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { type DateOrder, dateOrders, type Question, type ReadingView } from '#shared/contract/imports.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import { type Provider, providers } from '#shared/contract/values.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { providerName } from '#shared/texts/providers.ts'
import { amountExample } from '../mapping.ts'
import { decimalWords } from '../view.ts'
import { AccountField } from './AccountField.tsx'
import styles from './imports.module.css'
import { useDateExample } from './use-date-example.ts'

type Props = {
  id: number
  reading: ReadingView
  sample: CallOutput<'imports.getSample'>
  ask: readonly Question[]
  discard?: ReactNode
}

/** Only what the file leaves open, each with a piece of the file to go by. */
export function QuestionsForm({ id, reading, sample, ask, discard }: Props) {
  const { t, language } = useText()
  const format = useFormat()
  const answer = useCommand('imports.answer')
  const dates = useDateExample(sample)
  const [dateOrder, setDateOrder] = useState<DateOrder | ''>(reading.answers.dateOrder ?? '')
  const [decimal, setDecimal] = useState<'.' | ',' | ''>(reading.answers.decimal ?? '')
  const [currency, setCurrency] = useState<Currency | ''>(reading.answers.currency ?? '')
  const [provider, setProvider] = useState<Provider | ''>(reading.answers.provider ?? '')
  const [account, setAccount] = useState(reading.answers.account ?? '')
  const none = { value: '' as const, label: t('imports.pick'), isDisabled: true }
  const isOpen = {
    mapping: false,
    dateOrder: dateOrder === '',
    decimal: decimal === '',
    currency: currency === '',
    provider: provider === '',
    account: account.trim() === '',
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    answer.mutate({
      id,
      answers: {
        ...reading.answers,
        ...(dateOrder === '' ? {} : { dateOrder }),
        ...(decimal === '' ? {} : { decimal }),
        ...(currency === '' ? {} : { currency }),
        ...(provider === '' ? {} : { provider }),
        ...(account.trim() === '' ? {} : { account: account.trim() }),
      },
    })
  }
  const amount = amountExample(sample)
  const decimalLabel = (value: '.' | ','): string =>
    amount ? `${decimalWords(value, t)}: ${format.number(amount[value], 3)}` : decimalWords(value, t)
  return (
    <form className={styles.form} onSubmit={submit}>
      {ask.includes('dateOrder') ? (
        <Select
          label={t('imports.q.dateOrder')}
          value={dateOrder}
          options={[
            none,
            ...dateOrders.map((value) => ({
              value,
              label: dates
                ? `${t(`imports.dateOrder.${value}`)}: ${dates[value]}`
                : t(`imports.dateOrder.${value}`),
            })),
          ]}
          hint={dates ? t('imports.q.dateOrderExample', { sample: dates.text }) : undefined}
          onChange={setDateOrder}
        />
      ) : null}
      {ask.includes('decimal') ? (
        <Select
          label={t('imports.q.decimal')}
          value={decimal}
          options={[none, ...(['.', ','] as const).map((value) => ({ value, label: decimalLabel(value) }))]}
          hint={amount ? t('imports.q.decimalExample', { sample: amount.text }) : undefined}
          onChange={setDecimal}
        />
      ) : null}
      {ask.includes('currency') ? (
        <Select
          label={t('imports.q.currency')}
          value={currency}
          options={[none, ...listCurrencies(language)]}
          onChange={setCurrency}
        />
      ) : null}
      {ask.includes('provider') ? (
        <Select
          label={t('imports.q.provider')}
          value={provider}
          options={[none, ...providers.map((value) => ({ value, label: providerName(value, language) }))]}
          onChange={setProvider}
        />
      ) : null}
      {ask.includes('account') ? (
        <AccountField
          label={t('imports.q.account')}
          hint={t('imports.q.accountHint')}
          value={account}
          onChange={setAccount}
        />
      ) : null}
      {answer.error ? <ErrorBanner error={answer.error} /> : null}
      <div className={styles.buttons}>
        <Button
          type="submit"
          variant="primary"
          isPending={answer.isPending}
          disabled={ask.some((question) => isOpen[question])}
        >
          {t('imports.continue')}
        </Button>
        {discard}
      </div>
    </form>
  )
}
