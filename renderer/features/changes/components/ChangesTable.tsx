import { Link } from 'wouter'
import { fieldLabel, fieldValue } from '#renderer/i18n/resource-fields.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import { Badge } from '#renderer/ui/Badge.tsx'
import { BeforeAfter } from '#renderer/ui/BeforeAfter.tsx'
import { Delta } from '#renderer/ui/Delta.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import type { DifferenceView } from '#shared/contract/changes.ts'
import type { MoneyView } from '#shared/contract/values.ts'
import { directionOf, kindTone } from '../view.ts'
import styles from './ChangesTable.module.css'

/** Fields of one resource before the rest goes behind a count: its own page tells all of them. */
const MOST_FIELDS = 4

export function ChangesTable({ items, isBusy }: { items: readonly DifferenceView[]; isBusy: boolean }) {
  const { t } = useText()
  return (
    <Table label={t('changes.tableLabel')} isBusy={isBusy} className={styles.frame}>
      <thead>
        <tr>
          <Th>{t('changes.col.resource')}</Th>
          <Th>{t('changes.col.kind')}</Th>
          <Th align="end">{t('changes.col.before')}</Th>
          <Th align="end">{t('changes.col.after')}</Th>
          <Th align="end">{t('changes.col.change')}</Th>
          <Th>{t('changes.col.fields')}</Th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row key={item.resourceId} item={item} />
        ))}
      </tbody>
    </Table>
  )
}

function Row({ item }: { item: DifferenceView }) {
  const { t } = useText()
  return (
    <tr>
      <Td className={styles.name}>
        <Link href={`/resources?open=${item.resourceId}`} className={styles.link}>
          {item.name}
        </Link>
        <span className={styles.soft}>
          {[t(`resources.type.${item.type}`), item.region].filter(Boolean).join(' · ')}
        </span>
      </Td>
      <Td>
        <span className={styles.kinds}>
          {item.kinds.map((kind) => (
            <Badge key={kind} tone={kindTone(kind)}>
              {t(`changes.is.${kind}`)}
            </Badge>
          ))}
        </span>
      </Td>
      <Td align="end">
        <Cost money={item.before} />
      </Td>
      <Td align="end">
        <Cost money={item.after} />
      </Td>
      <Td align="end">
        {item.change ? (
          <Delta direction={directionOf(item.change)}>
            <Amount money={item.change} sign />
          </Delta>
        ) : (
          '—'
        )}
      </Td>
      <Td>
        <Fields fields={item.fields} />
      </Td>
    </tr>
  )
}

const Cost = ({ money }: { money: MoneyView | null }) => (money ? <Amount money={money} /> : '—')

function Fields({ fields }: { fields: DifferenceView['fields'] }) {
  const { t } = useText()
  const format = useFormat()
  if (fields.length === 0) return <span className={styles.soft}>—</span>
  const rest = fields.length - MOST_FIELDS
  return (
    <ul className={styles.fields}>
      {fields.slice(0, MOST_FIELDS).map(({ field, before, after }) => (
        <li key={field}>
          <span className={styles.field}>{fieldLabel(field, t)}:</span>{' '}
          <BeforeAfter
            before={fieldValue(field, before, t, format)}
            after={fieldValue(field, after, t, format)}
          />
        </li>
      ))}
      {rest > 0 ? <li className={styles.soft}>{t('changes.moreFields', { count: rest })}</li> : null}
    </ul>
  )
}
