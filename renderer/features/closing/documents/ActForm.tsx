import { type FormEvent, useState } from 'react'
import { useTell } from '#renderer/app/use-tell.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import type { ActView } from '#shared/contract/acts.ts'
import { CorrectsField } from './CorrectsField.tsx'
import styles from './documents.module.css'
import { firstDay, monthsBefore } from './view.ts'

type Changed = Partial<ReturnType<typeof fieldsOf>>

const fieldsOf = ({ connectionId, month, correctsId, note }: ActView) => ({
  connectionId: connectionId ?? '',
  month,
  correctsId: correctsId ?? '',
  note: note ?? '',
})

/** What a person may say of a document: its own sums stay as it has them. */
export function ActForm({ act }: { act: ActView }) {
  const { t } = useText()
  const format = useFormat()
  const tell = useTell()
  const accounts = useCall('connections.list', {})
  const { mutate, isPending, error } = useCommand('acts.update')
  // Only what differs from the document as it stands: it may change under the form, by this form too.
  const [changed, setChanged] = useState<Changed>({})
  const set = (patch: Changed): void => setChanged((now) => ({ ...now, ...patch }))
  const { connectionId, month, correctsId, note } = { ...fieldsOf(act), ...changed }
  const [isForSupplier, setForSupplier] = useState(act.connectionId === null)
  const isMoved = connectionId !== (act.connectionId ?? '')
  const said = {
    ...(isMoved ? { connectionId: connectionId || null } : {}),
    ...(month === act.month ? {} : { month }),
    ...(correctsId === (act.correctsId ?? '') ? {} : { correctsId: correctsId || null }),
    ...(note.trim() === (act.note ?? '') ? {} : { note: note.trim() || null }),
  }
  const hasChanged = Object.keys(said).length > 0
  const asksSupplier = isMoved && connectionId !== '' && act.supplier.name !== ''
  const months = [...new Set([act.month, ...monthsBefore(act.day)])].sort().reverse()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (isPending || !hasChanged) return
    mutate(
      { id: act.id, ...said, isForSupplier: asksSupplier && isForSupplier },
      {
        onSuccess: () => {
          setChanged({})
          tell.done(t('acts.saved'))
        },
      },
    )
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div className={styles.fields}>
        <Select
          label={t('acts.whose')}
          value={connectionId}
          options={[
            { value: '', label: t('acts.whoseNone') },
            ...(accounts.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(value) => set({ connectionId: value })}
        />
        <Select
          label={t('acts.month')}
          value={month}
          options={months.map((value) => ({ value, label: format.month(firstDay(value)) }))}
          onChange={(value) => set({ month: value })}
        />
      </div>
      {asksSupplier ? (
        <Checkbox
          label={t('acts.remember', { name: act.supplier.name })}
          value={isForSupplier}
          onChange={setForSupplier}
        />
      ) : null}
      {act.kind === 'correction' ? (
        <CorrectsField value={correctsId} except={act.id} onChange={(value) => set({ correctsId: value })} />
      ) : null}
      <TextField
        label={t('acts.note')}
        hint={t('acts.noteHint')}
        maxLength={2000}
        value={note}
        onChange={(value) => set({ note: value })}
      />
      {error ? <ErrorBanner error={error} /> : null}
      {hasChanged ? (
        <div className={styles.formFoot}>
          <Button type="submit" variant="primary" isPending={isPending}>
            {t('common.save')}
          </Button>
        </div>
      ) : null}
    </form>
  )
}
