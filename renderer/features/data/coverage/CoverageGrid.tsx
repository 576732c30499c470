import { useRef } from 'react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { ProviderMark } from '#renderer/ui/ProviderMark.tsx'
import { useScrollFrame } from '#renderer/ui/use-scroll-frame.ts'
import { type Day, weekdayOf } from '#shared/lib/day.ts'
import { daysOfMonth, firstDay } from '../months.ts'
import styles from './coverage.module.css'
import { type CoverageAccount, cellsOf } from './coverage.ts'
import { useCellKeys } from './use-cell-keys.ts'

type Props = {
  accounts: readonly CoverageAccount[]
  month: string
  picked: { connectionId: string; day: Day } | null
  onPick: (picked: { connectionId: string; day: Day }) => void
}

/** A month: accounts by days. What a cell says is told below it, for the one that has the focus. */
export function CoverageGrid({ accounts, month, picked, onPick }: Props) {
  const { t } = useText()
  const format = useFormat()
  const days = daysOfMonth(month)
  const label = t('data.coverageGrid', { month: format.month(firstDay(month)) })
  const frame = useRef<HTMLDivElement>(null)
  useScrollFrame(frame, label)
  const pick = (row: number, column: number): void => {
    const [account, day] = [accounts[row], days[column]]
    if (account && day) onPick({ connectionId: account.connectionId, day })
  }
  const { grid, onKeyDown, cell } = useCellKeys(
    { rows: accounts.length, columns: days.length },
    { row: 0, column: 0 },
    ({ row, column }) => pick(row, column),
  )
  return (
    <div ref={frame} className={styles.frame}>
      <table
        {...{ role: 'grid' }}
        ref={grid}
        aria-label={label}
        className={styles.grid}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              {t('data.account')}
            </th>
            {days.map((day) => (
              <th
                key={day}
                scope="col"
                className={styles.day}
                data-weekend={weekdayOf(day) > 5 || undefined}
                aria-label={format.day(day)}
              >
                {Number(day.slice(8))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {accounts.map((account, row) => (
            <tr key={account.connectionId}>
              <th scope="row" className={styles.name}>
                <span className={styles.nameBox}>
                  <ProviderMark provider={account.provider} size={22} />
                  <span className={styles.nameText} title={account.name}>
                    {account.name}
                  </span>
                </span>
              </th>
              {cellsOf(account, days).map(({ day, kind }, column) => {
                const words = t(`data.cell.${kind}`, { name: account.name, day: format.day(day) })
                const isPicked = picked?.connectionId === account.connectionId && picked.day === day
                return (
                  <td
                    key={day}
                    {...{ role: 'gridcell', 'aria-selected': isPicked }}
                    {...cell(row, column)}
                    className={styles.cell}
                    data-weekend={weekdayOf(day) > 5 || undefined}
                    aria-label={words}
                    title={words}
                    onClick={() => pick(row, column)}
                    onKeyDown={(event) => {
                      if (event.key !== 'Enter' && event.key !== ' ') return
                      event.preventDefault()
                      pick(row, column)
                    }}
                  >
                    <span className={styles.square} data-kind={kind} />
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
