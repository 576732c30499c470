import { Fragment } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import type { CostCondition, CostWhere } from '#shared/contract/costs.ts'
import type { DayRange } from '#shared/lib/period.ts'
import { ConditionButton } from './ConditionButton.tsx'
import { conditionWords } from './condition-words.ts'
import { useDimensions } from './use-dimensions.ts'
import { useValueLabels } from './use-value-labels.ts'
import styles from './WhereEditor.module.css'
import { putCondition } from './where.ts'

type Props = {
  where: CostWhere
  onChange: (where: CostWhere) => void
  /** Days whose values are offered. */
  period?: DayRange | undefined
}

/** A filter as chips: conditions of a group hold together, one of the groups is enough. */
export function WhereEditor({ where, onChange, period }: Props) {
  const { t } = useText()
  const { nameOf } = useDimensions()
  const labelOf = useValueLabels(where)
  const put = (group: number, index: number) => (condition: CostCondition | null) =>
    onChange(putCondition(where, { group, index }, condition))
  const withDraft = (group: number, index: number) => (condition: CostCondition | null) =>
    putCondition(where, { group, index }, condition)
  // A condition is nothing but its place: two may say the same.
  const groups = (where.length === 0 ? [[]] : where).map((group, at) => ({
    id: `group ${at}`,
    at,
    conditions: group.map((condition, index) => ({
      id: `${index} ${condition.dimension}`,
      index,
      condition,
    })),
  }))
  return (
    <fieldset className={styles.editor}>
      <legend className="visually-hidden">{t('costs.where.list')}</legend>
      {groups.map(({ id, at, conditions }) => (
        <Fragment key={id}>
          {at > 0 ? <span className={styles.or}>{t('costs.where.or')}</span> : null}
          <span className={styles.group} data-many={groups.length > 1 ? '' : undefined}>
            {conditions.map((each) => (
              <ConditionButton
                key={each.id}
                condition={each.condition}
                words={conditionWords(each.condition, { nameOf, labelOf }, t)}
                period={period}
                whereWith={withDraft(at, each.index)}
                onChange={put(at, each.index)}
              />
            ))}
            <ConditionButton
              condition={null}
              words={null}
              period={period}
              whereWith={withDraft(at, conditions.length)}
              onChange={put(at, conditions.length)}
            />
          </span>
        </Fragment>
      ))}
      {where.length > 0 ? (
        <ConditionButton
          condition={null}
          words={t('costs.where.addGroup')}
          isGroup
          period={period}
          whereWith={withDraft(where.length, 0)}
          onChange={put(where.length, 0)}
        />
      ) : null}
    </fieldset>
  )
}
