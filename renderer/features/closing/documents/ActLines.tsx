import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import { inOrder } from '#renderer/ui/in-order.ts'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import type { ActLine, ActView } from '#shared/contract/acts.ts'
import styles from './documents.module.css'
import { useActWords } from './use-act-words.ts'

export function ActLines({ act, lines }: { act: ActView; lines: readonly ActLine[] }) {
  const { t } = useText()
  const format = useFormat()
  const words = useActWords()
  const { currency } = act
  return (
    <Table label={t('acts.lines')} maxHeight={360}>
      <thead>
        <tr>
          <Th>{t('acts.line')}</Th>
          <Th align="end">{t('acts.quantity')}</Th>
          <Th align="end">{t('acts.without')}</Th>
          <Th align="end">{t('acts.rate')}</Th>
          <Th align="end">{t('acts.vat')}</Th>
          <Th align="end">{t('acts.total')}</Th>
        </tr>
      </thead>
      <tbody>
        {inOrder(lines).map(({ place, item: line }) => (
          <tr key={place}>
            <Td className={styles.wide}>{line.name}</Td>
            <Td align="end">
              {line.quantity === null ? '—' : `${format.number(line.quantity)} ${line.unit ?? ''}`}
            </Td>
            <Td align="end">
              <Amount money={{ amount: line.without, currency }} />
            </Td>
            <Td align="end">{words.rateOf(line.rate)}</Td>
            <Td align="end">
              <Amount money={{ amount: line.vat, currency }} />
            </Td>
            <Td align="end" tone="strong">
              <Amount money={{ amount: line.total, currency }} />
            </Td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <Td tone="strong" colSpan={2}>
            {t('acts.inTotal')}
          </Td>
          <Td align="end" tone="strong">
            <Amount money={{ amount: act.without, currency }} />
          </Td>
          <Td />
          <Td align="end" tone="strong">
            <Amount money={{ amount: act.vat, currency }} />
          </Td>
          <Td align="end" tone="strong">
            <Amount money={{ amount: act.total, currency }} />
          </Td>
        </tr>
      </tfoot>
    </Table>
  )
}
