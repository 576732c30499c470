import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Select } from '#renderer/ui/Select.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import { actKinds } from '#shared/contract/acts.ts'
import { isDay } from '#shared/lib/day.ts'
import styles from './documents.module.css'
import type { TypedAct } from './TypedDialog.tsx'
import { firstDay, monthsBefore } from './view.ts'

type Props = { typed: TypedAct; isTried: boolean; onChange: (patch: Partial<TypedAct>) => void }

/** What names the document, whose it is and which month it bills. */
export function HeadFields({ typed, isTried, onChange }: Props) {
  const { t } = useText()
  const format = useFormat()
  const accounts = useCall('connections.list', {})
  const before = isDay(typed.day) ? monthsBefore(typed.day) : []
  const months = [...new Set([typed.month, ...before])].sort().reverse()
  return (
    <>
      <div className={styles.three}>
        <Select
          label={t('acts.kind')}
          value={typed.kind}
          options={actKinds.map((kind) => ({ value: kind, label: t(`acts.kind.${kind}`) }))}
          onChange={(kind) => onChange({ kind })}
        />
        <TextField
          label={t('acts.number')}
          maxLength={120}
          value={typed.number}
          error={isTried && typed.number.trim() === '' ? t('acts.numberNeeded') : undefined}
          onChange={(number) => onChange({ number })}
          data-focus-first
        />
        <TextField
          type="date"
          label={t('acts.day')}
          value={typed.day}
          error={isTried && !isDay(typed.day) ? t('acts.badDay') : undefined}
          onChange={(day) => onChange({ day })}
        />
      </div>
      <div className={styles.fields}>
        <Select
          label={t('acts.whose')}
          value={typed.connectionId}
          options={[
            { value: '', label: t('acts.whoseNone') },
            ...(accounts.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(connectionId) => onChange({ connectionId })}
        />
        <Select
          label={t('acts.month')}
          value={typed.month}
          options={months.map((value) => ({ value, label: format.month(firstDay(value)) }))}
          onChange={(month) => onChange({ month })}
        />
      </div>
    </>
  )
}
