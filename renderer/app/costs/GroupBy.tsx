import { useText } from '#renderer/i18n/use-text.ts'
import { Combobox } from '#renderer/ui/Combobox.tsx'
import type { CostDimension } from '#shared/contract/costs.ts'
import styles from './GroupBy.module.css'
import { useDimensions } from './use-dimensions.ts'

type Props = { groupBy: readonly CostDimension[]; onChange: (groupBy: CostDimension[]) => void }

const MOST = 3

/** What the costs are cut by, the coarsest first. */
export function GroupBy({ groupBy, onChange }: Props) {
  const { t } = useText()
  const { options, nameOf } = useDimensions()
  const put = (at: number, picked: string | null): void => {
    const found = options.find(({ value }) => value === picked)?.value
    const next = groupBy.filter((_, i) => i !== at)
    if (found) next.splice(at, 0, found)
    onChange(next)
  }
  return (
    <fieldset className={styles.groups}>
      <legend className={styles.caption}>{t('explorer.groupBy')}</legend>
      {groupBy.map((dimension, at) => (
        <Combobox
          key={dimension}
          label={t('explorer.level', { number: at + 1 })}
          isLabelHidden
          value={dimension}
          valueLabel={nameOf(dimension)}
          options={options.filter(({ value }) => value === dimension || !groupBy.includes(value))}
          onChange={(picked) => put(at, picked)}
        />
      ))}
      {groupBy.length < MOST ? (
        <Combobox
          label={t(groupBy.length === 0 ? 'explorer.addGroup' : 'explorer.thenBy')}
          value={null}
          options={options.filter(({ value }) => !groupBy.includes(value))}
          onChange={(picked) => put(groupBy.length, picked)}
        />
      ) : null}
    </fieldset>
  )
}
