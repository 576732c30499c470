import { ChevronRight, CircleAlert, GripVertical, TriangleAlert } from 'lucide-react'
import type { DragEvent, KeyboardEvent } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import type { Period } from '#shared/contract/values.ts'
import { RuleLine } from '../components/RuleLine.tsx'
import { Sums } from '../components/Sums.tsx'
import type { PreviewView } from '../coverage.ts'
import type { DraftRule } from './draft.ts'
import type { DraftAction } from './draft-state.ts'
import type { Problem } from './problem-words.ts'
import { RuleFields } from './RuleFields.tsx'
import { RuleMenu } from './RuleMenu.tsx'
import type { RuleText } from './rule-words.ts'
import styles from './rules.module.css'

type Props = {
  rule: DraftRule
  rules: readonly DraftRule[]
  number: number
  words: RuleText
  problems: readonly Problem[]
  /** What it takes now; null while nobody knows. */
  count: PreviewView['rules'][number] | null
  values: readonly string[]
  selfId: string | null
  period: Period
  mayWrite: boolean
  isOpen: boolean
  isDragged: boolean
  mark: 'before' | 'after' | undefined
  onToggle: () => void
  onMove: (to: number) => void
  onCopy: () => void
  onChange: (action: DraftAction) => void
  onDrag: (id: string) => void
  onOver: (event: DragEvent) => void
  onDrop: (event: DragEvent) => void
  onDragEnd: () => void
}

/** One rule: in a line what it does and what it takes; unfolded, what it is made of. */
export function RuleCard(props: Props) {
  const { rule, rules, number, words, problems, count, mayWrite, isOpen, mark } = props
  const { t } = useText()
  const { id, isOn } = rule
  const at = number - 1
  const onKey = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    props.onMove(event.key === 'ArrowUp' ? at - 1 : at + 1)
  }
  const bodyId = `rule-${id}`
  return (
    <li
      className={styles.rule}
      data-open={isOpen ? '' : undefined}
      data-off={isOn ? undefined : ''}
      data-dragged={props.isDragged ? '' : undefined}
      data-mark={mark}
      onDragOver={props.onOver}
      onDrop={props.onDrop}
    >
      <div className={styles.line}>
        {mayWrite ? (
          <button
            type="button"
            className={styles.grip}
            data-grip={id}
            draggable
            aria-label={t('allocation.move', { number })}
            title={t('allocation.move', { number })}
            onKeyDown={onKey}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move'
              event.dataTransfer.setData('text/plain', words.whole)
              props.onDrag(id)
            }}
            onDragEnd={props.onDragEnd}
          >
            <GripVertical size={15} aria-hidden />
          </button>
        ) : null}
        <button
          type="button"
          className={styles.face}
          aria-expanded={isOpen}
          aria-controls={bodyId}
          onClick={props.onToggle}
          onKeyDown={mayWrite ? onKey : undefined}
        >
          <ChevronRight size={15} className={styles.arrow} aria-hidden />
          <span className={styles.number}>{number}</span>
          <span className={styles.words} title={words.whole}>
            <RuleLine words={words} />
          </span>
        </button>
        <span className={styles.takes}>
          {!isOn ? (
            t('allocation.ruleOff')
          ) : count ? (
            <>
              <Sums costs={count.costs} />
              <span className={styles.soft}>{t('allocation.takes', { count: count.resources })}</span>
            </>
          ) : null}
        </span>
        <Checkbox
          label={t('allocation.ruleOn', { number })}
          isLabelHidden
          value={isOn}
          isDisabled={!mayWrite}
          onChange={(next) => props.onChange({ do: 'patch', id, patch: { isOn: next } })}
        />
        {mayWrite ? (
          <RuleMenu
            number={number}
            total={rules.length}
            onMove={props.onMove}
            onCopy={props.onCopy}
            onRemove={() => props.onChange({ do: 'remove', id })}
          />
        ) : null}
      </div>
      {problems.length > 0 ? (
        <ul className={styles.problems}>
          {problems.map(({ key, severity, text }) => (
            <li key={key} data-severity={severity}>
              {severity === 'error' ? (
                <CircleAlert size={14} aria-hidden />
              ) : (
                <TriangleAlert size={14} aria-hidden />
              )}
              {text}
            </li>
          ))}
        </ul>
      ) : null}
      <div id={bodyId} hidden={!isOpen}>
        {isOpen ? (
          <RuleFields
            rule={rule}
            values={props.values}
            selfId={props.selfId}
            period={props.period}
            mayWrite={mayWrite}
            onPatch={(patch) => props.onChange({ do: 'patch', id, patch })}
          />
        ) : null}
      </div>
    </li>
  )
}
