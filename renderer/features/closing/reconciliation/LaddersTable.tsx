import { useText } from '#renderer/i18n/use-text.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import { Badge } from '#renderer/ui/Badge.tsx'
import { ProviderMark } from '#renderer/ui/ProviderMark.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import type { LadderView } from '#shared/contract/reconciliation.ts'
import styles from './reconciliation.module.css'
import { signState, totalsOf } from './view.ts'

type Props = { items: readonly LadderView[]; onOpen: (connectionId: string) => void }

export function LaddersTable({ items, onOpen }: Props) {
  const { t } = useText()
  return (
    <Table label={t('closing.table')}>
      <thead>
        <tr>
          <Th>{t('closing.account')}</Th>
          <Th align="end">{t('closing.accrued')}</Th>
          <Th align="end">{t('closing.discounts')}</Th>
          <Th align="end">{t('closing.without')}</Th>
          <Th align="end">{t('closing.vat')}</Th>
          <Th align="end">{t('closing.withVat')}</Th>
          <Th align="end">{t('closing.act')}</Th>
          <Th align="end">{t('closing.difference')}</Th>
          <Th align="end">{t('closing.paid')}</Th>
          <Th>{t('closing.signature')}</Th>
        </tr>
      </thead>
      <tbody>
        {items.map((ladder) => (
          <Row key={`${ladder.connectionId} ${ladder.currency}`} ladder={ladder} onOpen={onOpen} />
        ))}
      </tbody>
      <tfoot>
        {totalsOf(items).map((total) => (
          <tr key={total.currency}>
            <Td tone="strong">{t('closing.total', { currency: total.currency })}</Td>
            {total.sums.map(({ key, amount }) => (
              <Td key={key} align="end" tone="strong">
                {amount === null ? '—' : <Amount money={{ amount, currency: total.currency }} />}
              </Td>
            ))}
            <Td />
          </tr>
        ))}
      </tfoot>
    </Table>
  )
}

function Row({ ladder, onOpen }: { ladder: LadderView; onOpen: Props['onOpen'] }) {
  const { t } = useText()
  const { connectionId, name, provider, currency, act, difference, isEqual, lacksRate, paid } = ladder
  const money = (amount: string) => <Amount money={{ amount, currency }} />
  const state = signState(ladder)
  return (
    <tr className={styles.row}>
      <Td tone="strong">
        <span className={styles.account}>
          <ProviderMark provider={provider} />
          <button
            type="button"
            className={styles.open}
            aria-label={t('closing.openAccount', { name })}
            onClick={() => onOpen(connectionId)}
          >
            {name}
          </button>
        </span>
      </Td>
      <Td align="end">{money(ladder.accrued)}</Td>
      <Td align="end">{money(ladder.discounts)}</Td>
      <Td align="end">{money(ladder.without)}</Td>
      <Td align="end">{money(ladder.vatTotal)}</Td>
      <Td align="end">{money(ladder.withVat)}</Td>
      <Td align="end" tone={act ? undefined : 'muted'}>
        {act ? money(act.total) : null}
        {!act && lacksRate ? t('closing.lacksRate', { currency: lacksRate }) : null}
        {!act && !lacksRate ? t('closing.noAct') : null}
      </Td>
      <Td align="end">
        {difference === null ? (
          '—'
        ) : (
          <span className={styles.difference} data-bad={isEqual ? undefined : ''}>
            <Amount money={{ amount: difference, currency }} sign />
          </span>
        )}
      </Td>
      <Td align="end" tone={act ? undefined : 'muted'}>
        {act ? money(paid) : '—'}
      </Td>
      <Td>
        <Badge tone={state.tone} hasDot={state.tone !== 'neutral'}>
          {t(`closing.${state.key}`)}
        </Badge>
      </Td>
    </tr>
  )
}
