import { type FormEvent, useState } from 'react'
import { useSession } from '#renderer/app/use-session.ts'
import { useTell } from '#renderer/app/use-tell.ts'
import { listCurrencies } from '#renderer/i18n/currency-options.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { focusFirstInvalid } from '#renderer/ui/focus-first-invalid.ts'
import { Select } from '#renderer/ui/Select.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import type { Currency } from '#shared/lib/currency.ts'
import { addMonths, firstOfMonth, isDay } from '#shared/lib/day.ts'
import businessStyles from '../business.module.css'
import { percentProblem, readNumber } from './view.ts'

type Props = {
  tagId: string
  part: string
  currency: Currency
  /** The first terms of a client hold for what was before as well. */
  isFirst: boolean
  onClose: () => void
}

const kinds = ['markup', 'discount', 'fixed'] as const

export function TermsForm({ tagId, part, currency: own, isFirst, onClose }: Props) {
  const { t, language } = useText()
  const tell = useTell()
  const { today } = useSession()
  const { mutate, isPending, error } = useCommand('business.putTerms')
  const month = firstOfMonth(today)
  const [form, setForm] = useState({
    kind: 'markup' as (typeof kinds)[number],
    fromDay: (isFirst ? addMonths(month, -12) : month) as string,
    percent: '',
    price: '',
    currency: own,
  })
  const [isTried, setTried] = useState(false)
  const set = (patch: Partial<typeof form>): void => setForm({ ...form, ...patch })
  const { kind, fromDay } = form
  const wrongPercent = kind === 'fixed' ? null : percentProblem(form.percent, kind)
  const price = readNumber(form.price)
  const isBadPrice = kind === 'fixed' && (price === null || price.startsWith('-'))
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    focusFirstInvalid(event.currentTarget)
    if (isPending || wrongPercent !== null || isBadPrice || !isDay(fromDay)) return
    const isFixed = kind === 'fixed'
    mutate(
      {
        ...{ tagId, part, fromDay, kind },
        percent: isFixed ? null : readNumber(form.percent),
        price: isFixed ? price : null,
        currency: isFixed ? form.currency : null,
      },
      {
        onSuccess: () => {
          tell.done(t('margins.terms.saved'))
          onClose()
        },
      },
    )
  }
  return (
    <form className={businessStyles.form} onSubmit={submit} noValidate>
      <div className={businessStyles.formFields}>
        <Select
          label={t('margins.terms.kind')}
          value={kind}
          options={kinds.map((value) => ({ value, label: t(`margins.terms.kind.${value}`) }))}
          onChange={(next) => set({ kind: next })}
        />
        <TextField
          type="date"
          label={t('margins.terms.from')}
          value={fromDay}
          error={isTried && !isDay(fromDay) ? t('margins.terms.badDay') : undefined}
          onChange={(text) => set({ fromDay: text })}
        />
      </div>
      {kind === 'fixed' ? (
        <div className={businessStyles.formFields}>
          <TextField
            label={t('margins.terms.price')}
            hint={t('margins.terms.priceHint')}
            inputMode="decimal"
            maxLength={24}
            value={form.price}
            error={isTried && isBadPrice ? t('margins.terms.badPrice') : undefined}
            onChange={(text) => set({ price: text })}
          />
          <Select
            label={t('margins.terms.currency')}
            value={form.currency}
            options={listCurrencies(language)}
            onChange={(currency) => set({ currency })}
          />
        </div>
      ) : (
        <TextField
          label={t('margins.terms.percent')}
          inputMode="decimal"
          maxLength={10}
          value={form.percent}
          error={isTried && wrongPercent !== null ? t(`margins.terms.${wrongPercent}`) : undefined}
          onChange={(text) => set({ percent: text })}
        />
      )}
      {error ? <ErrorBanner error={error} /> : null}
      <div className={businessStyles.formFoot}>
        {isFirst ? null : <Button onClick={onClose}>{t('common.cancel')}</Button>}
        <Button type="submit" variant="primary" isPending={isPending}>
          {t('margins.terms.save')}
        </Button>
      </div>
    </form>
  )
}
