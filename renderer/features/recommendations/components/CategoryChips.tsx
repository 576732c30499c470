import { useText } from '#renderer/i18n/use-text.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import type { CallOutput } from '#shared/contract/index.ts'
import type { MoneyView } from '#shared/contract/values.ts'
import type { Currency } from '#shared/lib/currency.ts'
import { addUp, ownFirst } from '../view.ts'
import styles from './CategoryChips.module.css'

type Category = CallOutput<'recommendations.list'>['categories'][number]

type Props = {
  categories: readonly Category[]
  chosen: Category['category'] | null
  currency: Currency
  onChoose: (category: Category['category'] | null) => void
}

export function CategoryChips({ categories, chosen, currency, onChoose }: Props) {
  const { t } = useText()
  const all = {
    count: categories.reduce((sum, { count }) => sum + count, 0),
    savings: addUp(
      categories.flatMap(({ savings }) => savings),
      currency,
    ),
  }
  return (
    <ul className={styles.chips} aria-label={t('recommendations.categories')}>
      <Chip
        label={t('recommendations.all')}
        count={all.count}
        money={all.savings}
        isChosen={chosen === null}
        onPress={() => onChoose(null)}
      />
      {categories.map(({ category, count, savings }) => (
        <Chip
          key={category}
          label={t(`recommendations.category.${category}`)}
          count={count}
          money={ownFirst(savings, currency)[0]}
          isChosen={chosen === category}
          onPress={() => onChoose(chosen === category ? null : category)}
        />
      ))}
    </ul>
  )
}

type ChipProps = {
  label: string
  count: number
  money: MoneyView | undefined
  isChosen: boolean
  onPress: () => void
}

function Chip({ label, count, money, isChosen, onPress }: ChipProps) {
  return (
    <li>
      <button type="button" className={styles.chip} aria-pressed={isChosen} onClick={onPress}>
        <span className={styles.label}>
          {label} <span className={styles.count}>{count}</span>
        </span>
        {money ? (
          <span className={styles.money}>
            <Amount money={money} />
          </span>
        ) : null}
      </button>
    </li>
  )
}
