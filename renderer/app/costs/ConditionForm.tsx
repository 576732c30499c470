import { ChevronLeft } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { ComboboxList } from '#renderer/ui/ComboboxList.tsx'
import { Kbd } from '#renderer/ui/Kbd.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import {
  type ConditionOp,
  type CostCondition,
  type CostDimension,
  type CostWhere,
  conditionOps,
} from '#shared/contract/costs.ts'
import type { DayRange } from '#shared/lib/period.ts'
import { KeptCount } from './KeptCount.tsx'
import { TextValues } from './TextValues.tsx'
import { useDimensions } from './use-dimensions.ts'
import { ValueList } from './ValueList.tsx'
import styles from './WhereEditor.module.css'

type Props = {
  start: CostCondition | null
  period: DayRange | undefined
  whereWith: (draft: CostCondition | null) => CostWhere
  /** Told what the condition would be now; null while it would be none. */
  onDraft: (draft: CostCondition | null) => void
  onDone: (isKept: boolean) => void
}

type Draft = { dimension: CostDimension | null; op: ConditionOp; values: readonly string[] }

const isBare = (op: ConditionOp): boolean => op === 'empty' || op === 'notEmpty'
const isChoice = (op: ConditionOp): boolean => op === 'is' || op === 'isNot'

const conditionOf = ({ dimension, op, values }: Draft): CostCondition | null =>
  dimension === null || (!isBare(op) && values.length === 0)
    ? null
    : { dimension, op, values: isBare(op) ? [] : [...values] }

/** First what it is about, then how to compare, then with what. Keys alone are enough: type, arrows, Enter, Ctrl+Enter. */
export function ConditionForm({ start, period, whereWith, onDraft, onDone }: Props) {
  const { t } = useText()
  const { options, nameOf } = useDimensions()
  const [draft, setDraft] = useState<Draft>(start ?? { dimension: null, op: 'is', values: [] })
  const [typed, setTyped] = useState('')
  const change = (patch: Partial<Draft>): void => {
    const next = { ...draft, ...patch }
    setDraft(next)
    onDraft(conditionOf(next))
  }
  const { dimension, op, values } = draft
  const textIn = (): readonly string[] => {
    const text = typed.trim()
    return text === '' || values.includes(text) ? values : [...values, text]
  }
  const done = (): void => {
    // What stands in the field and was not added by Enter is meant too.
    if (!isChoice(op) && !isBare(op)) onDraft(conditionOf({ ...draft, values: textIn() }))
    onDone(true)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      // Before the platform puts the box away: nothing is kept.
      event.preventDefault()
      onDone(false)
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      event.stopPropagation()
      done()
    }
  }
  if (dimension === null)
    return (
      <form className={styles.pick} onKeyDownCapture={onKeyDown} onSubmit={(event) => event.preventDefault()}>
        <ComboboxList
          label={t('costs.where.findDimension')}
          value={null}
          options={options}
          onPick={(picked) => {
            const found = options.find(({ value }) => value === picked)
            if (found) change({ dimension: found.value, op: 'is', values: [] })
          }}
        />
      </form>
    )
  return (
    <form
      className={styles.form}
      onKeyDownCapture={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        done()
      }}
    >
      <div className={styles.formHead}>
        <Button
          size="sm"
          variant="ghost"
          icon={ChevronLeft}
          onClick={() => change({ dimension: null, values: [] })}
        >
          {nameOf(dimension)}
        </Button>
        <Select
          label={t('costs.where.op')}
          isLabelHidden
          size="sm"
          value={op}
          options={conditionOps.map((value) => ({ value, label: t(`costs.opLong.${value}`) }))}
          onChange={(next) => change({ op: next, values: isChoice(next) === isChoice(op) ? values : [] })}
        />
      </div>
      {isBare(op) ? null : isChoice(op) ? (
        <ValueList
          key={dimension}
          dimension={dimension}
          chosen={values}
          period={period}
          onChange={(next) => change({ values: next })}
          onEmpty={() => change({ op: op === 'is' ? 'empty' : 'notEmpty', values: [] })}
        />
      ) : (
        <TextValues
          typed={typed}
          values={values}
          onTyped={setTyped}
          onChange={(next) => {
            setTyped('')
            change({ values: next })
          }}
        />
      )}
      {period && conditionOf(draft) ? (
        <KeptCount where={whereWith(conditionOf(draft))} period={period} />
      ) : null}
      <div className={styles.formFoot}>
        <span className={styles.hint} aria-hidden>
          <Kbd>Enter</Kbd> {t('costs.where.hintPick')} · <Kbd>Ctrl Enter</Kbd> {t('costs.where.hintDone')}
        </span>
        <Button size="sm" variant="primary" type="submit">
          {t('costs.where.apply')}
        </Button>
      </div>
    </form>
  )
}
