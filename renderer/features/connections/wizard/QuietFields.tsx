import { useText } from '#renderer/i18n/use-text.ts'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import styles from './Wizard.module.css'

type Quiet = { from: string; to: string }
type Props = { value: Quiet | null; onChange: (value: Quiet | null) => void }

const NIGHT: Quiet = { from: '22:00', to: '07:00' }
const HOURS = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`)

/** Hours in which nothing begins. A list, and not the browser's own field: that one speaks the system's clock. */
export function QuietFields({ value, onChange }: Props) {
  const { t } = useText()
  return (
    <div className={styles.quiet}>
      <Checkbox
        label={t('connect.plan.quiet')}
        value={value !== null}
        onChange={(isOn) => onChange(isOn ? NIGHT : null)}
      />
      {value ? (
        <>
          <div className={styles.times}>
            <Select
              label={t('connect.plan.quietFrom')}
              value={value.from}
              options={hoursWith(value.from)}
              onChange={(from) => onChange({ ...value, from })}
            />
            <Select
              label={t('connect.plan.quietTo')}
              value={value.to}
              options={hoursWith(value.to)}
              onChange={(to) => onChange({ ...value, to })}
            />
          </div>
          <p className={styles.soft}>{t('connect.plan.quietHint')}</p>
        </>
      ) : null}
    </div>
  )
}

/** One that was set elsewhere, to the minute, stays what it is. */
const hoursWith = (time: string) =>
  [...new Set([...HOURS, time])].sort().map((hour) => ({ value: hour, label: hour }))
