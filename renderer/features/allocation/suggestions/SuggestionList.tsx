import { useMemo, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import { Table } from '#renderer/ui/Table.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import type { SuggestionView, VirtualTag } from '#shared/contract/allocation.ts'
import type { Period } from '#shared/contract/values.ts'
import type { CoverageView } from '../coverage.ts'
import { useRuleWords } from '../rules/use-rule-words.ts'
import { AcceptBar } from './AcceptBar.tsx'
import { SuggestionRow } from './SuggestionRow.tsx'
import styles from './suggestions.module.css'
import { useAccept } from './use-accept.ts'
import { idsFrom, tickedOf, USUAL } from './view.ts'

type Props = {
  tag: VirtualTag
  items: readonly SuggestionView[]
  coverage: CoverageView
  period: Period
  mayWrite: boolean
}

/** Suggestions to tick, by hand or all from a confidence on, and to accept or dismiss. */
export function SuggestionList({ tag, items, coverage, period, mayWrite }: Props) {
  const { t } = useText()
  const [least, setLeast] = useState(USUAL)
  const [ticks, setTicks] = useState<ReadonlySet<string> | null>(null)
  const wordsOf = useRuleWords(useMemo(() => items.map(({ rule }) => rule), [items]))
  const accept = useAccept(tag, period)
  const ticked = useMemo(() => tickedOf(items, ticks ?? idsFrom(items, least)), [items, ticks, least])
  const tickedIds = new Set(ticked.map(({ id }) => id))
  const tick = (id: string, isOn: boolean): void => {
    const next = new Set(tickedIds)
    if (isOn) next.add(id)
    else next.delete(id)
    setTicks(next)
  }
  const all = ticked.length === items.length ? true : ticked.length === 0 ? false : 'mixed'
  return (
    <Card title={t('suggestions.title')} subtitle={t('suggestions.text')} padding="none">
      <AcceptBar
        tag={tag}
        ticked={ticked}
        total={items.length}
        coverage={coverage}
        period={period}
        least={least}
        mayWrite={mayWrite}
        isPending={accept.isPending}
        onLeast={(next) => {
          setLeast(next)
          setTicks(null)
        }}
        onAccept={() => {
          // Chosen by nothing but a confidence, they are accepted by it too: also those past what one call names.
          if (ticks === null) accept.from(least / 100)
          else accept.some([...tickedIds])
          setTicks(null)
        }}
      />
      <Table label={t('suggestions.table', { name: tag.name })} isBusy={accept.isPending}>
        <thead>
          <tr>
            {mayWrite ? (
              <Th width={44}>
                <Checkbox
                  label={t('suggestions.selectAll')}
                  isLabelHidden
                  value={all}
                  onChange={(isOn) => setTicks(new Set(isOn ? items.map(({ id }) => id) : []))}
                />
              </Th>
            ) : null}
            <Th>{t('suggestions.rule')}</Th>
            <Th width={130}>{t('suggestions.confidence')}</Th>
            <Th align="end">{t('suggestions.resources')}</Th>
            <Th align="end">{t('suggestions.costs')}</Th>
            {mayWrite ? (
              <Th align="end">
                <span className="visually-hidden">{t('common.more')}</span>
              </Th>
            ) : null}
          </tr>
        </thead>
        <tbody className={styles.rows}>
          {items.map((item) => (
            <SuggestionRow
              key={item.id}
              item={item}
              words={wordsOf(item.rule)}
              isTicked={tickedIds.has(item.id)}
              mayWrite={mayWrite}
              onTick={(isOn) => tick(item.id, isOn)}
              onAccept={() => accept.some([item.id])}
              onDismiss={() => accept.dismiss(item.id)}
            />
          ))}
        </tbody>
      </Table>
    </Card>
  )
}
