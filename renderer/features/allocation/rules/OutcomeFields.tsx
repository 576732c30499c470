import { useId } from 'react'
import { useDimensions } from '#renderer/app/costs/use-dimensions.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Combobox } from '#renderer/ui/Combobox.tsx'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import type { DraftOutcome, OutcomeKind } from './draft.ts'
import { MetricField } from './MetricField.tsx'
import styles from './rules.module.css'
import { ShareFields } from './ShareFields.tsx'

const kinds: readonly OutcomeKind[] = ['part', 'copy', 'percent', 'even', 'weight', 'metric']

type Props = {
  outcome: DraftOutcome
  values: readonly string[]
  selfId: string | null
  onChange: (outcome: DraftOutcome) => void
}

/** What a rule does with the costs that it takes. */
export function OutcomeFields({ outcome, values, selfId, onChange }: Props) {
  const { t } = useText()
  const known = useId()
  const { options, nameOf } = useDimensions()
  const { kind, dimension, isOverAll } = outcome
  const put = (patch: Partial<DraftOutcome>): void => onChange({ ...outcome, ...patch })
  const isOverParts = kind === 'even' || kind === 'metric'
  return (
    <div className={styles.outcome}>
      <datalist id={known}>
        {values.map((value) => (
          <option key={value} value={value} />
        ))}
      </datalist>
      <div className={styles.outcomeKind}>
        <Select
          label={t('allocation.outcome')}
          hint={t(`allocation.outcomeHint.${kind}`)}
          value={kind}
          options={kinds.map((value) => ({ value, label: t(`allocation.outcome.${value}`) }))}
          onChange={(next) => put({ kind: next })}
        />
        {kind === 'part' ? (
          <TextField
            label={t('allocation.part')}
            list={known}
            maxLength={120}
            placeholder={t('allocation.partPlaceholder')}
            value={outcome.part}
            onChange={(part) => put({ part })}
          />
        ) : null}
        {kind === 'metric' ? (
          <MetricField by={outcome.by} tagId={selfId} onChange={(by) => put({ by })} />
        ) : null}
      </div>
      {kind === 'copy' ? (
        <Combobox
          label={t('allocation.copyFrom')}
          value={dimension}
          valueLabel={dimension === null ? undefined : nameOf(dimension)}
          options={options.filter(
            ({ value }) => value !== `virtual:${selfId}` && !value.startsWith('level:'),
          )}
          onChange={(picked) =>
            put({ dimension: options.find(({ value }) => value === picked)?.value ?? null })
          }
        />
      ) : null}
      {isOverParts ? (
        <div className={styles.over}>
          <Segmented
            label={t('allocation.overAll')}
            size="sm"
            value={isOverAll ? 'yes' : 'no'}
            options={(['yes', 'no'] as const).map((value) => ({
              value,
              label: t(`allocation.overAll.${value}`),
            }))}
            onChange={(value) => put({ isOverAll: value === 'yes' })}
          />
          {isOverAll ? <span className={styles.soft}>{t('allocation.overAllHint')}</span> : null}
        </div>
      ) : null}
      {kind === 'percent' || kind === 'weight' || (isOverParts && !isOverAll) ? (
        <ShareFields
          shares={outcome.shares}
          amounts={kind === 'percent' ? 'percent' : kind === 'weight' ? 'weight' : null}
          known={known}
          onChange={(shares) => put({ shares })}
        />
      ) : null}
    </div>
  )
}
