import { Link } from 'wouter'
import { formatRate } from '#renderer/i18n/format-rate.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Disclosure } from '#renderer/ui/Disclosure.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import type { ConvertedView } from '#shared/contract/rates.ts'
import { day } from '#shared/lib/day.ts'
import styles from './RateNote.module.css'

/** Beside every converted figure: the rule, each rate that it took, and what is missing where there is none. */
export function RateNote({ converted }: { converted: ConvertedView }) {
  const { t, language } = useText()
  const format = useFormat()
  const { rule, rates, missing, closedMonths } = converted
  return (
    <div className={styles.note}>
      {missing.length > 0 ? (
        <p className={styles.missing} role="status">
          {t('rates.usedMissing')}:{' '}
          {missing
            .map(({ currency, from, to }) =>
              t('rates.usedMissingOf', { currency, range: format.dayRange(from, to) }),
            )
            .join('; ')
            // A year in Russian ends with a stop of its own.
            .replace(/\.?$/, '.')}{' '}
          {missing[0] ? (
            <Link href={`/data?tab=rates&month=${missing[0].from.slice(0, 7)}`}>{t('rates.toRates')}</Link>
          ) : null}
        </p>
      ) : null}
      {rates.length === 0 && closedMonths.length === 0 ? null : (
        <Disclosure
          label={t('rates.usedTitle', { rule: t(`rates.short.${rule}`) })}
          note={t('rates.usedRates', { count: rates.length })}
        >
          {closedMonths.map((closed) => (
            <p key={closed.month} className={styles.soft}>
              {t('rates.usedClosed', {
                month: format.month(day(`${closed.month}-01`)),
                rule: t(`rates.short.${closed.rule}`),
              })}
            </p>
          ))}
          {rates.length === 0 ? null : (
            <Table label={t('rates.usedTable')} maxHeight={280}>
              <thead>
                <tr>
                  <Th>{t('rates.currency')}</Th>
                  <Th>{t('rates.usedDay')}</Th>
                  <Th align="end">{t('rates.usedRate')}</Th>
                  <Th>{t('rates.usedSource')}</Th>
                </tr>
              </thead>
              <tbody>
                {rates.map(({ currency, source, day: on, nominal, value, connectionId, connectionName }) => (
                  <tr key={`${currency} ${source} ${on} ${value} ${connectionId ?? ''}`}>
                    <Td>{currency}</Td>
                    <Td>{format.day(on)}</Td>
                    <Td align="end">
                      {formatRate(value, language)}{' '}
                      {t('rates.perUnits', { nominal: format.number(nominal), currency })}
                    </Td>
                    <Td>
                      {t(`rates.source.${source}`)}
                      {connectionName ? `: ${connectionName}` : ''}
                    </Td>
                  </tr>
                ))}
              </tbody>
            </Table>
          )}
        </Disclosure>
      )}
    </div>
  )
}
