import { useText } from '#renderer/i18n/use-text.ts'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import styles from './PageSkeleton.module.css'

const CARDS = ['a', 'b', 'c', 'd']

export function PageSkeleton() {
  const { t } = useText()
  return (
    <div className={styles.page} aria-busy="true">
      <p className="visually-hidden">{t('common.loading')}</p>
      <Skeleton width={220} height={28} />
      <div className={styles.cards}>
        {CARDS.map((id) => (
          <Skeleton key={id} height={112} radius={10} />
        ))}
      </div>
      <Skeleton height={320} radius={10} />
    </div>
  )
}
