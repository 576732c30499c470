import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import { Disclosure } from '#renderer/ui/Disclosure.tsx'
import { inOrder } from '#renderer/ui/in-order.ts'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import type { LadderView } from '#shared/contract/reconciliation.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { causeSentence } from './cause-words.ts'
import styles from './reconciliation.module.css'
import type { Cause } from './view.ts'

/** The parts of a difference, each in a sentence, with the lines behind it. */
export function CauseList({ ladder: { act, causes, currency, difference } }: { ladder: LadderView }) {
  const { t } = useText()
  const isNothing = causes.length === 0
  return (
    <section className={styles.section} aria-labelledby="causes-title">
      <h3 id="causes-title" className={styles.sectionTitle}>
        {t('closing.causes')}
      </h3>
      {isNothing ? (
        <p className={styles.soft}>
          {t(act === null || difference === null ? 'closing.causesNoAct' : 'closing.causesNone')}
        </p>
      ) : (
        <ul className={styles.causes}>
          {causes.map((cause) => (
            <CauseItem key={cause.kind} cause={cause} currency={currency} />
          ))}
        </ul>
      )}
    </section>
  )
}

function CauseItem({ cause, currency }: { cause: Cause; currency: Currency }) {
  const { t } = useText()
  const format = useFormat()
  const { kind, amount, lines, linesTotal } = cause
  return (
    <li className={styles.cause} data-open={kind === 'unexplained' || undefined}>
      <p className={styles.causeHead}>
        <span>{t(`closing.cause.${kind}`)}</span>
        <Amount money={{ amount, currency }} sign />
      </p>
      <p>{causeSentence(cause, t, format)}</p>
      {lines.length > 0 && kind !== 'missingFile' ? (
        <Disclosure label={t('closing.causeLines', { count: linesTotal })}>
          <Table label={t(`closing.cause.${kind}`)} maxHeight={320}>
            <tbody>
              {inOrder(lines).map(({ place, item: line }) => (
                <tr key={place}>
                  <Td tone="muted">{line.day === null ? '' : format.day(line.day)}</Td>
                  <Td>
                    {line.name}
                    {line.note ? <span className={styles.note}>{line.note}</span> : null}
                  </Td>
                  <Td align="end">
                    <Amount money={{ amount: line.amount, currency }} sign />
                  </Td>
                </tr>
              ))}
            </tbody>
          </Table>
          {linesTotal > lines.length ? (
            <p className={styles.soft}>
              {t('closing.causeShown', { shown: lines.length, count: linesTotal })}
            </p>
          ) : null}
        </Disclosure>
      ) : null}
    </li>
  )
}
