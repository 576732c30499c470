import { useRef } from 'react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { ProviderMark } from '#renderer/ui/ProviderMark.tsx'
import { useScrollFrame } from '#renderer/ui/use-scroll-frame.ts'
import { firstDay, monthsOfYear } from '../months.ts'
import styles from './coverage.module.css'
import { type CoverageAccount, type MonthCell, monthCell } from './coverage.ts'
import { useCellKeys } from './use-cell-keys.ts'

type Props = { accounts: readonly CoverageAccount[]; year: string; onMonth: (month: string) => void }

/** A year: accounts by months, each with how many of its days are told and by what. A press opens the month. */
export function YearGrid({ accounts, year, onMonth }: Props) {
  const { t } = useText()
  const format = useFormat()
  const months = monthsOfYear(year)
  const label = t('data.coverageYear', { year })
  const frame = useRef<HTMLDivElement>(null)
  useScrollFrame(frame, label)
  const { grid, onKeyDown, cell } = useCellKeys(
    { rows: accounts.length, columns: months.length },
    { row: 0, column: 0 },
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
            {months.map((month) => (
              <th key={month} scope="col" className={styles.month}>
                {format.monthShort(firstDay(month)).replace(/[\s.]*\d{4}.*$/, '')}
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
              {months.map((month, column) => {
                const told = monthCell(account, month)
                const name = { name: account.name, month: format.month(firstDay(month)) }
                const days = t('data.daysOf', { count: told.file + told.api, of: told.days })
                const words =
                  told.file + told.api === 0
                    ? t('data.cell.monthNone', name)
                    : t('data.cell.month', { ...name, days })
                return (
                  <td
                    key={month}
                    {...{ role: 'gridcell' }}
                    {...cell(row, column)}
                    className={styles.monthCell}
                    aria-label={words}
                    title={words}
                    onClick={() => onMonth(month)}
                    onKeyDown={(event) => {
                      if (event.key !== 'Enter' && event.key !== ' ') return
                      event.preventDefault()
                      onMonth(month)
                    }}
                  >
                    <MonthBar told={told} />
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

function MonthBar({ told: { days, file, api, gaps } }: { told: MonthCell }) {
  const part = (kind: 'file' | 'api' | 'none', count: number) =>
    count === 0 ? null : (
      <span className={styles.part} data-kind={kind} style={{ width: `${(count / days) * 100}%` }} />
    )
  return (
    <span className={styles.monthBox} aria-hidden>
      <span className={styles.monthFigure} data-gap={gaps > 0 || undefined}>
        {file + api === 0 && gaps === 0 ? '' : file + api}
      </span>
      <span className={styles.bar}>
        {part('file', file)}
        {part('api', api)}
        {part('none', gaps)}
      </span>
    </span>
  )
}
