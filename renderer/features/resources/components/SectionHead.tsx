import { ChevronDown, Clock, TriangleAlert } from 'lucide-react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { ProviderMark } from '#renderer/ui/ProviderMark.tsx'
import { providerName } from '#shared/texts/providers.ts'
import type { Section } from '../use-section-list.ts'
import styles from './SectionHead.module.css'

type Props = { section: Section; isOpen: boolean; onToggle: () => void }

/** One line a connection, and all of it a button: mark; provider, name, age; daily cost, count, chevron. */
export function SectionHead({ section, isOpen, onToggle }: Props) {
  const { t, language } = useText()
  const format = useFormat()
  return (
    <h2 className={styles.heading}>
      <button type="button" className={styles.head} aria-expanded={isOpen} onClick={onToggle}>
        <ProviderMark provider={section.provider} size={34} />
        <span className={styles.words}>
          <span className={styles.provider}>{providerName(section.provider, language)}</span>
          <span className={styles.name} title={section.connectionName}>
            {section.connectionName}
          </span>
          <span
            className={styles.age}
            title={section.lastSyncAtMs === null ? undefined : format.instant(section.lastSyncAtMs)}
          >
            {section.lastSyncAtMs === null
              ? t('resources.neverSynced')
              : t('resources.synced', { age: format.age(section.lastSyncAtMs) })}
          </span>
        </span>
        <span className={styles.figures}>
          {section.isStale ? (
            <Badge tone="warn" icon={Clock}>
              {t('resources.sectionStale')}
            </Badge>
          ) : null}
          {section.marks > 0 ? (
            <Badge tone="warn" icon={TriangleAlert}>
              {t('resources.sectionMarks', { count: section.marks })}
            </Badge>
          ) : null}
          <span className={styles.cost}>
            {section.dailyCost.length === 0
              ? '—'
              : section.dailyCost
                  .map((money) => t('resources.perDay', { amount: format.money(money) }))
                  .join(' + ')}
          </span>
          <span className={styles.count}>{t('resources.count', { count: section.resources })}</span>
          <ChevronDown className={styles.chevron} size={18} aria-hidden />
        </span>
      </button>
    </h2>
  )
}
