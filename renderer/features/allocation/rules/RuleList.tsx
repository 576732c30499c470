import { ListOrdered, Plus, Undo2 } from 'lucide-react'
import { type DragEvent, useLayoutEffect, useRef, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import type { Period } from '#shared/contract/values.ts'
import type { PreviewView } from '../coverage.ts'
import { newId } from '../new-id.ts'
import type { DraftRule } from './draft.ts'
import type { DraftAction, Past } from './draft-state.ts'
import type { Problem } from './problem-words.ts'
import { RuleCard } from './RuleCard.tsx'
import styles from './rules.module.css'
import { useRuleWords } from './use-rule-words.ts'

type Props = {
  rules: readonly DraftRule[]
  /** The rule that is being written. */
  open: string | null
  past: Past | null
  problems: ReadonlyMap<string, readonly Problem[]>
  counts: PreviewView['rules']
  /** Values that the tag has by now. */
  values: readonly string[]
  selfId: string | null
  period: Period
  mayWrite: boolean
  onOpen: (id: string | null) => void
  onChange: (action: DraftAction) => void
  onAdd: () => void
}

/** So long a list begins with the button that it ends with. */
const MANY = 8

/** Rules in the order in which they are tried. They move by the mouse, by Alt with an arrow, or from their menus. */
export function RuleList(props: Props) {
  const { rules, open, past, problems, counts, mayWrite, onOpen, onChange, onAdd } = props
  const { t } = useText()
  const wordsOf = useRuleWords(rules)
  const list = useRef<HTMLOListElement>(null)
  const [moved, setMoved] = useState<{ id: string; words: string } | null>(null)
  const [dragged, setDragged] = useState<string | null>(null)
  const [over, setOver] = useState<number | null>(null)
  const countOf = new Map(counts.map((count) => [count.ruleId, count]))
  // A rule that went elsewhere in the list takes the keys along.
  useLayoutEffect(() => {
    if (moved) list.current?.querySelector<HTMLElement>(`[data-grip="${moved.id}"]`)?.focus()
  }, [moved])
  const move = (id: string, to: number): void => {
    const at = Math.max(0, Math.min(rules.length - 1, to))
    onChange({ do: 'move', id, to: at })
    setMoved({ id, words: t('allocation.moved', { number: at + 1, total: rules.length }) })
  }
  const copy = (rule: DraftRule, at: number): void => {
    const id = newId()
    onChange({ do: 'add', rule: { ...rule, id }, at: at + 1 })
    onOpen(id)
  }
  const drop = (event: DragEvent, to: number): void => {
    event.preventDefault()
    const at = rules.findIndex(({ id }) => id === dragged)
    if (dragged !== null && at >= 0) move(dragged, at < to ? to - 1 : to)
    setDragged(null)
    setOver(null)
  }
  const overAt = (event: DragEvent, index: number): void => {
    if (dragged === null) return
    event.preventDefault()
    const { top, height } = event.currentTarget.getBoundingClientRect()
    setOver(event.clientY > top + height / 2 ? index + 1 : index)
  }
  return (
    <Card
      title={t('allocation.rules')}
      subtitle={t('allocation.rulesText')}
      padding="none"
      actions={
        mayWrite && rules.length > MANY ? (
          <Button icon={Plus} size="sm" onClick={onAdd}>
            {t('allocation.addRule')}
          </Button>
        ) : null
      }
    >
      <p className="visually-hidden" role="status">
        {moved?.words ?? ''}
      </p>
      {rules.length === 0 ? (
        <EmptyState
          icon={ListOrdered}
          title={t('allocation.rulesNone')}
          text={mayWrite ? t('allocation.rulesNoneText') : undefined}
        />
      ) : null}
      <ol ref={list} className={styles.rules}>
        {rules.map((rule, at) => (
          <RuleCard
            key={rule.id}
            {...props}
            rule={rule}
            number={at + 1}
            words={wordsOf(rule)}
            problems={problems.get(rule.id) ?? []}
            count={countOf.get(rule.id) ?? null}
            isOpen={open === rule.id}
            isDragged={dragged === rule.id}
            mark={over === at ? 'before' : over === at + 1 && at === rules.length - 1 ? 'after' : undefined}
            onToggle={() => onOpen(open === rule.id ? null : rule.id)}
            onMove={(to) => move(rule.id, to)}
            onCopy={() => copy(rule, at)}
            onDrag={setDragged}
            onOver={(event) => overAt(event, at)}
            onDrop={(event) => drop(event, over ?? at)}
            onDragEnd={() => {
              setDragged(null)
              setOver(null)
            }}
          />
        ))}
      </ol>
      {mayWrite ? (
        <div className={styles.rulesFoot}>
          <Button icon={Plus} variant="ghost" onClick={onAdd}>
            {t('allocation.addRule')}
          </Button>
          {past ? (
            <span className={styles.undo} role="status">
              {t(`allocation.did.${past.did}`)}
              <Button icon={Undo2} size="sm" variant="ghost" onClick={() => onChange({ do: 'undo' })}>
                {t('allocation.undo')}
              </Button>
            </span>
          ) : null}
        </div>
      ) : null}
    </Card>
  )
}
