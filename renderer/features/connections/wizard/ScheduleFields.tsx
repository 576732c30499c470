import { useDeferredValue } from 'react'
import { useSession } from '#renderer/app/use-session.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import type { Schedule } from '#shared/contract/connections.ts'
import { NextRuns } from './NextRuns.tsx'
import { QuietFields } from './QuietFields.tsx'
import styles from './Wizard.module.css'
import { ZoneSelect } from './ZoneSelect.tsx'

type Props = { value: Schedule; onChange: (value: Schedule) => void; error?: string | undefined }

const HOURS = [1, 2, 3, 4, 6, 8, 12, 24, 48, 72, 168]
const EXAMPLES = [
  ['daily', '0 9 * * *'],
  ['weekdays', '0 9 * * 1-5'],
  ['monthly', '0 7 1 * *'],
] as const

export function ScheduleFields({ value, onChange, error }: Props) {
  const { t } = useText()
  const { timeZone: ownZone } = useSession()
  const asked = useDeferredValue(value)
  const quiet = value.kind === 'manual' ? null : value.quiet
  const choose = (kind: Schedule['kind']): void => {
    if (kind === 'manual') onChange({ kind })
    if (kind === 'every') onChange({ kind, hours: 24, quiet })
    if (kind === 'cron') onChange({ kind, pattern: '0 9 * * 1-5', timeZone: ownZone, quiet })
  }
  return (
    <div className={styles.fields}>
      <div>
        <Segmented
          label={t('connect.plan.label')}
          value={value.kind}
          options={(['every', 'cron', 'manual'] as const).map((kind) => ({
            value: kind,
            label: t(`connect.plan.${kind}`),
          }))}
          onChange={choose}
        />
      </div>
      {value.kind === 'manual' ? <p className={styles.soft}>{t('connect.plan.manualText')}</p> : null}
      {value.kind === 'every' ? (
        <Select
          label={t('connect.plan.hours')}
          value={String(value.hours)}
          options={[...new Set([...HOURS, value.hours])]
            .sort((a, b) => a - b)
            .map((hours) => ({
              value: String(hours),
              label: t('connections.schedule.every', { count: hours }),
            }))}
          onChange={(hours) => onChange({ ...value, hours: Number(hours) })}
        />
      ) : null}
      {value.kind === 'cron' ? (
        <>
          <TextField
            label={t('connect.plan.pattern')}
            value={value.pattern}
            onChange={(pattern) => onChange({ ...value, pattern })}
            hint={t('connect.plan.patternHint')}
            error={error}
            maxLength={100}
          />
          <fieldset className={styles.examples}>
            <legend className="visually-hidden">{t('connect.plan.examples')}</legend>
            {EXAMPLES.map(([name, pattern]) => (
              <Button key={name} size="sm" onClick={() => onChange({ ...value, pattern })}>
                {t(`connect.plan.example.${name}`)}
              </Button>
            ))}
          </fieldset>
          <ZoneSelect value={value.timeZone} onChange={(timeZone) => onChange({ ...value, timeZone })} />
        </>
      ) : null}
      {value.kind === 'manual' ? null : (
        <>
          <QuietFields value={value.quiet} onChange={(next) => onChange({ ...value, quiet: next })} />
          <NextRuns schedule={asked} />
        </>
      )}
    </div>
  )
}
