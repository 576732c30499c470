import { Lightbulb } from 'lucide-react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Amount } from '#renderer/ui/Amount.tsx'
import { Badge } from '#renderer/ui/Badge.tsx'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import type { ResourceView } from '#shared/contract/resources.ts'
import { useSizes } from '../use-sizes.ts'
import { statusTone } from '../view.ts'
import { CardUsage } from './CardUsage.tsx'
import { MarkBadges } from './MarkBadges.tsx'
import styles from './ResourceCard.module.css'
import { TagList } from './TagList.tsx'

type Props = {
  item: ResourceView
  isScrolling: boolean
  isSelected: boolean
  onSelect: ((isSelected: boolean) => void) | null
  onOpen: (id: number) => void
}

/** A resource in a few lines: what it is, how it fares, and what it costs a day. */
export function ResourceCard({ item, isScrolling, isSelected, onSelect, onOpen }: Props) {
  const { t } = useText()
  const format = useFormat()
  const sizes = useSizes()
  const facts = [...sizes(item), ...(item.address === null ? [] : [item.address])]
  const where = [item.region, item.owner].filter((word) => word !== null)
  const costs = [
    item.monthlyCost ? t('resources.perMonth', { amount: format.money(item.monthlyCost) }) : null,
    item.spend ? t('resources.spent', { amount: format.money(item.spend) }) : null,
  ]
    .filter((text) => text !== null)
    .join(' · ')
  return (
    <article
      className={styles.card}
      data-gone={item.status === 'gone' ? '' : undefined}
      data-selected={isSelected ? '' : undefined}
    >
      <header className={styles.head}>
        <h3 className={styles.heading}>
          <button
            type="button"
            className={styles.name}
            title={item.name}
            data-resource={item.id}
            onClick={() => onOpen(item.id)}
          >
            {item.name}
          </button>
        </h3>
        {onSelect ? (
          <Checkbox
            className={styles.check}
            label={t('resources.select', { name: item.name })}
            isLabelHidden
            value={isSelected}
            onChange={onSelect}
          />
        ) : null}
      </header>
      <p className={styles.kind}>{[t(`resources.type.${item.type}`), ...where].join(' · ')}</p>
      <div className={styles.badges}>
        {item.marks.includes('zombie') ? null : (
          <Badge tone={statusTone(item.status)} hasDot>
            {t(`resources.status.${item.status}`)}
          </Badge>
        )}
        <MarkBadges item={item} />
      </div>
      {facts.length === 0 ? null : (
        <p className={styles.facts} title={facts.join(' · ')}>
          {facts.join(' · ')}
        </p>
      )}
      {item.hasUsage ? <CardUsage id={item.id} isWaiting={isScrolling} /> : null}
      {item.tags.length === 0 ? null : (
        <div className={styles.tags}>
          <TagList tags={item.tags} most={2} />
        </div>
      )}
      <footer className={styles.costs}>
        <div className={styles.money}>
          <p className={styles.daily}>
            {item.dailyCost ? (
              <>
                <Amount money={item.dailyCost} /> <span className={styles.per}>{t('resources.aDay')}</span>
              </>
            ) : (
              '—'
            )}
          </p>
          <p className={styles.monthly} title={costs}>
            {costs}
          </p>
        </div>
        {item.recommendations > 0 ? (
          <span className={styles.advice} title={t('resources.adviceCount', { count: item.recommendations })}>
            <Lightbulb size={14} aria-hidden />
            <span aria-hidden>{item.recommendations}</span>
            <span className="visually-hidden">
              {t('resources.adviceCount', { count: item.recommendations })}
            </span>
          </span>
        ) : null}
      </footer>
    </article>
  )
}
