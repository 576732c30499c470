import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import type { LedgerLineView } from '#shared/contract/ledger.ts'
import { allColumns, columnKey } from '../columns.ts'
import { cellText, pairsOf } from '../view.ts'
import styles from './LineDrawer.module.css'

/** Every column that the line has: its name for people, its name in FOCUS, and the value to the last digit. */
export function LineColumns({ line }: { line: LedgerLineView }) {
  const { t } = useText()
  const format = useFormat()
  const known = allColumns(Object.keys(line.columns), [])
  const others = Object.keys(line.columns).filter((id) => !(known as readonly string[]).includes(id))
  return (
    <dl className={styles.columns} aria-label={t('ledger.allColumns')}>
      {[...known, ...others].flatMap((id) => {
        const value = line.columns[id]
        if (value === undefined || value === '') return []
        const key = columnKey(id as (typeof known)[number])
        const pairs = pairsOf(value)
        const text = cellText(id, line, t, format)
        return (
          <div key={id} className={styles.column}>
            <dt>
              {key ? t(key) : id}
              {key ? <code>{id}</code> : null}
            </dt>
            <dd>
              {pairs && pairs.length > 0
                ? pairs.map(([name, each]) => (
                    <span key={name} className={styles.pair}>
                      {name}: {each}
                    </span>
                  ))
                : text}
              {text !== null && isOtherwise(text, value) ? <code>{value}</code> : null}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

/** Money rounded to kopecks, instants by the organisation's clock and words of FOCUS in the person's language: what the column holds stands beside them. */
const isOtherwise = (text: string, value: string): boolean =>
  /^-?\d+\.\d{3,}$/.test(value)
    ? !text.replace(/\D/g, '').includes(value.replace(/\D/g, ''))
    : /^([A-Z][a-z]+|\d{4}-\d\d-\d\dT.*Z)$/.test(value) && text !== value
