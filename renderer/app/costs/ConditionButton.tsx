import { ListPlus, Plus, X } from 'lucide-react'
import { useCallback, useId, useRef, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Popover } from '#renderer/ui/Popover.tsx'
import type { CostCondition, CostWhere } from '#shared/contract/costs.ts'
import type { DayRange } from '#shared/lib/period.ts'
import { ConditionForm } from './ConditionForm.tsx'
import styles from './WhereEditor.module.css'

type Props = {
  /** Null: one to add. */
  condition: CostCondition | null
  words: string | null
  /** It opens a group of its own. */
  isGroup?: boolean
  period: DayRange | undefined
  /** The whole filter with the condition as it is written. */
  whereWith: (draft: CostCondition | null) => CostWhere
  onChange: (condition: CostCondition | null) => void
}

/** A condition, or the place for one; pressed, it opens what it is made of. */
export function ConditionButton({ condition, words, isGroup = false, period, whereWith, onChange }: Props) {
  const { t } = useText()
  const id = useId()
  const anchor = useRef<HTMLButtonElement>(null)
  /** Undefined: untouched; null: nothing is left of it. */
  const draft = useRef<CostCondition | null | undefined>(undefined)
  const [isOpen, setOpen] = useState(false)
  const finish = useCallback(
    (isKept: boolean): void => {
      setOpen(false)
      const made = draft.current
      draft.current = undefined
      if (isKept && made !== undefined && JSON.stringify(made) !== JSON.stringify(condition)) onChange(made)
    },
    [condition, onChange],
  )
  // A press elsewhere means "done"; Escape has said otherwise by then.
  const close = useCallback(() => finish(true), [finish])
  const Icon = isGroup ? ListPlus : Plus
  const label = isGroup ? t('costs.where.addGroupLong') : t('costs.where.addLong')
  return (
    <span className={styles.chip} data-kind={condition ? 'set' : 'add'}>
      <button
        ref={anchor}
        type="button"
        className={styles.face}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-label={condition ? t('costs.where.edit', { text: words ?? '' }) : label}
        title={condition ? (words ?? undefined) : label}
        onClick={() => (isOpen ? finish(true) : setOpen(true))}
      >
        {condition ? (
          <span className={styles.words}>{words}</span>
        ) : (
          <>
            <Icon size={14} aria-hidden />
            {isGroup ? words : t('costs.where.add')}
          </>
        )}
      </button>
      {condition ? (
        <button
          type="button"
          className={styles.cross}
          aria-label={t('costs.where.remove', { text: words ?? '' })}
          onClick={() => onChange(null)}
        >
          <X size={14} aria-hidden />
        </button>
      ) : null}
      <Popover anchor={anchor} isOpen={isOpen} onClose={close} label={label} id={id}>
        <ConditionForm
          start={condition}
          period={period}
          whereWith={whereWith}
          onDraft={(next) => {
            draft.current = next
          }}
          onDone={(isKept) => {
            finish(isKept)
            anchor.current?.focus()
          }}
        />
      </Popover>
    </span>
  )
}
