import { type FormEvent, useState } from 'react'
import { useSession } from '#renderer/app/use-session.ts'
import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { focusFirstInvalid } from '#renderer/ui/focus-first-invalid.ts'
import { TextField } from '#renderer/ui/TextField.tsx'
import type { ActKind, VatRate } from '#shared/contract/acts.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { type Day, isDay, lastOfMonth } from '#shared/lib/day.ts'
import { CorrectsField } from './CorrectsField.tsx'
import styles from './documents.module.css'
import { HeadFields } from './HeadFields.tsx'
import { SumFields } from './SumFields.tsx'
import { otherTotal, readTypedSum, usualRate } from './typed.ts'
import { firstDay } from './view.ts'

type Props = { month: string; isOpen: boolean; onClose: () => void }

export type TypedAct = {
  kind: ActKind
  number: string
  day: string
  month: string
  connectionId: string
  correctsId: string
  currency: Currency
  without: string
  rate: VatRate
  vat: string
  total: string
  supplierName: string
  supplierInn: string
  note: string
}

/** The figures of a paper that there is no file of. */
export function TypedDialog({ month, isOpen, onClose }: Props) {
  const { t } = useText()
  return (
    <Dialog title={t('acts.typeTitle')} isOpen={isOpen} onClose={onClose} width={620}>
      <TypedForm month={month} onClose={onClose} />
    </Dialog>
  )
}

const INN = /^(\d{10}|\d{12})$/

/** What was typed, read; null while something of it is wrong. */
function read(typed: TypedAct) {
  const [without, vat, total] = [typed.without, typed.vat, typed.total].map(readTypedSum)
  if (!without || !vat || !total || otherTotal(without, vat, total) !== null) return null
  const number = typed.number.trim()
  const supplierName = typed.supplierName.trim()
  const supplierInn = typed.supplierInn.trim()
  if (number === '' || !isDay(typed.day) || (supplierInn !== '' && !INN.test(supplierInn))) return null
  if (typed.kind === 'correction' && typed.correctsId === '') return null
  return {
    ...{ kind: typed.kind, number, day: typed.day as Day, month: typed.month },
    ...{ currency: typed.currency, rate: typed.rate, without, vat, total },
    connectionId: typed.connectionId || null,
    correctsId: typed.kind === 'correction' ? typed.correctsId : null,
    note: typed.note.trim() || null,
    supplier: supplierName === '' ? null : { name: supplierName, inn: supplierInn || null },
  }
}

function TypedForm({ month, onClose }: Omit<Props, 'isOpen'>) {
  const { t } = useText()
  const tell = useTell()
  const { currency } = useSession()
  const { mutate, isPending, error } = useCommand('acts.add')
  const [isTried, setTried] = useState(false)
  const [typed, setTyped] = useState<TypedAct>({
    ...{
      kind: 'act',
      number: '',
      day: lastOfMonth(firstDay(month)),
      month,
      connectionId: '',
      correctsId: '',
    },
    ...{ currency, without: '', rate: usualRate(month), vat: '', total: '' },
    ...{ supplierName: '', supplierInn: '', note: '' },
  })
  const set = (patch: Partial<TypedAct>): void => setTyped((now) => ({ ...now, ...patch }))
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    focusFirstInvalid(event.currentTarget)
    const input = read(typed)
    if (isPending || input === null) return
    mutate(input, {
      onSuccess: () => {
        tell.done(t('acts.typed', { number: input.number }))
        onClose()
      },
    })
  }
  const badInn = isTried && typed.supplierInn.trim() !== '' && !INN.test(typed.supplierInn.trim())
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p className={styles.soft}>{t('acts.typeText')}</p>
      <HeadFields typed={typed} isTried={isTried} onChange={set} />
      {typed.kind === 'correction' ? (
        <CorrectsField
          value={typed.correctsId}
          error={isTried && typed.correctsId === '' ? t('acts.correctsNone') : undefined}
          onChange={(correctsId) => set({ correctsId })}
        />
      ) : null}
      <SumFields typed={typed} isTried={isTried} onChange={set} />
      <div className={styles.fields}>
        <TextField
          label={t('acts.supplierName')}
          hint={t('acts.supplierHint')}
          maxLength={300}
          value={typed.supplierName}
          onChange={(supplierName) => set({ supplierName })}
        />
        <TextField
          label={t('acts.supplierInn')}
          inputMode="numeric"
          maxLength={12}
          value={typed.supplierInn}
          error={badInn ? t('acts.badInn') : undefined}
          onChange={(supplierInn) => set({ supplierInn })}
        />
      </div>
      <TextField
        label={t('acts.note')}
        hint={t('acts.noteHint')}
        maxLength={2000}
        value={typed.note}
        onChange={(note) => set({ note })}
      />
      {error ? <ErrorBanner error={error} /> : null}
      <div className={styles.formFoot}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="primary" isPending={isPending}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}
