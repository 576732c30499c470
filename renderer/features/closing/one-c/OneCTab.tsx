import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import styles from '../closing.module.css'
import type { TabProps } from '../url.ts'
import { MappingCard } from './MappingCard.tsx'
import { PostingsCard } from './PostingsCard.tsx'

/** Acts on their way into 1C: the rows as they will be, and what things are called there. */
export function OneCTab({ month, maySet, onChange }: TabProps) {
  const { t } = useText()
  const mapping = useCall('oneC.getMapping', {})
  const { data, error } = mapping
  return (
    <div className={styles.stack}>
      <PostingsCard month={month} onDocuments={() => onChange({ tab: 'documents' })} />
      {error ? <ErrorBanner error={error} onRetry={() => void mapping.refetch()} /> : null}
      {!data && !error ? <Skeleton height={240} radius={10} /> : null}
      {data ? <MappingCard mapping={data} maySet={maySet} /> : null}
      {maySet ? null : <p className={styles.soft}>{t('oneC.mayNotSet')}</p>}
    </div>
  )
}
