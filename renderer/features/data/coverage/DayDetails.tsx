import { Link } from 'wouter'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import styles from './coverage.module.css'
import type { Cell, CoverageAccount, CoverageDay } from './coverage.ts'

type Props = { account: CoverageAccount | null; cell: Cell | null; onImports: (open: number) => void }

/** Where a day's data come from, when they came, and what they amount to. */
export function DayDetails({ account, cell, onImports }: Props) {
  const { t } = useText()
  const format = useFormat()
  const isPicked = account !== null && cell !== null
  return (
    <Card title={isPicked ? `${account.name}, ${format.day(cell.day)}` : t('data.dayDetails')}>
      <div role="status">
        {!isPicked ? (
          <p className={styles.soft}>{t('data.pickDay')}</p>
        ) : cell.told === null ? (
          <p className={styles.soft}>
            {t(cell.kind === 'none' ? 'data.day.none' : 'data.day.outside')}{' '}
            {cell.kind === 'none' ? (
              <button type="button" className={styles.link} onClick={() => onImports(0)}>
                {t('data.day.toImport')}
              </button>
            ) : null}
          </p>
        ) : (
          <Told account={account} told={cell.told} onImports={onImports} />
        )}
      </div>
    </Card>
  )
}

type ToldProps = { account: CoverageAccount; told: CoverageDay; onImports: (open: number) => void }

function Told({ account, told, onImports }: ToldProps) {
  const { t } = useText()
  const format = useFormat()
  const { day, importId, fileName, atMs, lines, billed, replaced } = told
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t('data.day.source')}</dt>
        <dd>
          {importId === null ? (
            t('data.day.api')
          ) : (
            <button type="button" className={styles.link} onClick={() => onImports(importId)}>
              {t('data.day.file', { name: fileName ?? '' })}
            </button>
          )}
        </dd>
      </div>
      {atMs > 0 ? (
        <div>
          <dt>{t('data.day.at')}</dt>
          <dd>{format.instant(atMs)}</dd>
        </div>
      ) : null}
      <div>
        <dt>{t('data.day.lines')}</dt>
        <dd>
          <Link
            href={`/ledger?account=${encodeURIComponent(account.connectionId)}&period=custom&from=${day}&to=${day}`}
            aria-label={t('data.day.toLines')}
          >
            {format.number(lines)}
          </Link>
        </dd>
      </div>
      <div>
        <dt>{t('data.day.amount')}</dt>
        <dd className={styles.amounts}>
          {billed.map(({ currency, amount }) => (
            <Amount key={currency} money={{ amount, currency }} />
          ))}
        </dd>
      </div>
      {replaced > 0 ? (
        <div>
          <dt>{t('data.day.replaced')}</dt>
          <dd>
            {format.number(replaced)} <span className={styles.soft}>{t('data.day.replacedNote')}</span>
          </dd>
        </div>
      ) : null}
    </dl>
  )
}
