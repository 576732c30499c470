import { useText } from '#renderer/i18n/use-text.ts'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import styles from '../reports.module.css'
import { type RuleDraft, weekdayName, workdayWords } from './rule.ts'

type Props = { value: RuleDraft; onChange: (rule: RuleDraft) => void }

const kinds = ['workday', 'cron', 'close'] as const
const repeats = ['daily', 'weekdays', 'weekly', 'monthly', 'own'] as const
const WORKDAYS = [...Array.from({ length: 22 }, (_, i) => i + 1), -1, -2, -3, -4, -5]
const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1)

/** When a report comes out, in the words that a person has for it. */
export function RuleFields({ value, onChange }: Props) {
  const { t, language } = useText()
  const put = (patch: Partial<RuleDraft>): void => onChange({ ...value, ...patch })
  const days = WORKDAYS.includes(value.nth) ? WORKDAYS : [...WORKDAYS, value.nth]
  const time = (
    <TextField
      type="time"
      label={t('reports.time')}
      value={value.time}
      onChange={(text) => put({ time: text.slice(0, 5) })}
    />
  )
  return (
    <div className={styles.form}>
      <div>
        <p className={styles.legend}>{t('reports.scheduleRule')}</p>
        <Segmented
          label={t('reports.scheduleRule')}
          value={value.kind}
          options={kinds.map((kind) => ({ value: kind, label: t(`reports.rule.${kind}`) }))}
          onChange={(kind) => put({ kind })}
        />
      </div>
      {value.kind === 'workday' ? (
        <div className={styles.fields}>
          <Select<string>
            label={t('reports.workday')}
            value={String(value.nth)}
            options={days.map((nth) => ({ value: String(nth), label: workdayWords(nth, t) }))}
            onChange={(nth) => put({ nth: Number(nth) })}
          />
          {time}
        </div>
      ) : null}
      {value.kind === 'cron' ? (
        <div className={styles.fields}>
          <Select
            label={t('reports.cron.repeat')}
            value={value.repeat}
            options={repeats.map((repeat) => ({ value: repeat, label: t(`reports.cron.${repeat}`) }))}
            onChange={(repeat) => put({ repeat })}
          />
          {value.repeat === 'weekly' ? (
            <Select<string>
              label={t('reports.cron.weekday')}
              value={String(value.weekday)}
              options={numbers(7).map((day) => ({
                value: String(day),
                label: weekdayName(day, language),
              }))}
              onChange={(weekday) => put({ weekday: Number(weekday) })}
            />
          ) : null}
          {value.repeat === 'monthly' ? (
            <Select<string>
              label={t('reports.cron.day')}
              value={String(value.day)}
              options={numbers(31).map((day) => ({ value: String(day), label: String(day) }))}
              onChange={(day) => put({ day: Number(day) })}
            />
          ) : null}
          {value.repeat === 'own' ? (
            <TextField
              label={t('reports.cron.pattern')}
              hint={t('reports.cron.patternHint')}
              maxLength={200}
              value={value.pattern}
              onChange={(pattern) => put({ pattern })}
            />
          ) : (
            time
          )}
        </div>
      ) : null}
      {value.kind === 'close' ? <p className={styles.soft}>{t('reports.ruleText.close')}</p> : null}
    </div>
  )
}
