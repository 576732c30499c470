import { useText } from '#renderer/i18n/use-text.ts'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import styles from './Wizard.module.css'

type Quiet = { from: string; to: string }
type Props = { value: Quiet | null; onChange: (value: Quiet | null) => void }

const NIGHT: Quiet = { from: '22:00', to: '07:00' }

/** Hours in which nothing begins. A time that is cleared while it is being typed stays as it was. */
export function QuietFields({ value, onChange }: Props) {
  const { t } = useText()
  const set = (patch: Partial<Quiet>): void => {
    const next = { ...(value ?? NIGHT), ...patch }
    if (next.from !== '' && next.to !== '') onChange(next)
  }
  return (
    <div className={styles.quiet}>
      <Checkbox
        label={t('connections.plan.quiet')}
        value={value !== null}
        onChange={(isOn) => onChange(isOn ? NIGHT : null)}
      />
      {value ? (
        <>
          <div className={styles.times}>
            <TextField
              label={t('connections.plan.quietFrom')}
              type="time"
              value={value.from}
              onChange={(from) => set({ from })}
            />
            <TextField
              label={t('connections.plan.quietTo')}
              type="time"
              value={value.to}
              onChange={(to) => set({ to })}
            />
          </div>
          <p className={styles.soft}>{t('connections.plan.quietHint')}</p>
        </>
      ) : null}
    </div>
  )
}
