import { useId } from 'react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import type { Day } from '#shared/lib/day.ts'
import styles from './Packages.module.css'
import section from './Section.module.css'

type Props = {
  legend: string
  months: readonly { month: string; lines: number }[]
  chosen: readonly string[]
  onChange: (chosen: readonly string[]) => void
  error?: string | undefined
}

export function TransferMonths({ legend, months, chosen, onChange, error }: Props) {
  const { t } = useText()
  const format = useFormat()
  const errorId = useId()
  const turn = (month: string, isOn: boolean): void =>
    onChange(isOn ? [...chosen, month] : chosen.filter((one) => one !== month))
  const all = months.map(({ month }) => month)
  return (
    <fieldset className={styles.set} aria-describedby={error ? errorId : undefined}>
      <legend className={styles.legend}>{legend}</legend>
      {months.length > 1 ? (
        <Checkbox
          label={t('transfer.allMonths')}
          value={chosen.length === 0 ? false : chosen.length === all.length ? true : 'mixed'}
          onChange={(isOn) => onChange(isOn ? all : [])}
        />
      ) : null}
      <div className={styles.months}>
        {months.map(({ month, lines }) => (
          <Checkbox
            key={month}
            label={
              <>
                {format.month(`${month}-01` as Day)}{' '}
                <span className={styles.soft}>{format.number(lines)}</span>
              </>
            }
            value={chosen.includes(month)}
            onChange={(isOn) => turn(month, isOn)}
          />
        ))}
      </div>
      {error ? (
        <p id={errorId} className={section.error}>
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}
