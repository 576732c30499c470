import { Plus, Tag } from 'lucide-react'
import { useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { TabProps } from '../tab-props.ts'
import { OwnersCard } from './OwnersCard.tsx'
import { PoliciesCard } from './PoliciesCard.tsx'
import { PolicyDialog } from './PolicyDialog.tsx'
import styles from './policies.module.css'
import { ViolationsCard } from './ViolationsCard.tsx'
import { ownerText, type PolicyView } from './view.ts'

/** Which tags are asked for, who has them, and what to mend. */
export function PoliciesTab(props: TabProps) {
  const { state, mayWrite, onChange } = props
  const { t } = useText()
  const [edited, setEdited] = useState<PolicyView | 'new' | null>(null)
  const { from, to } = state.period
  const list = useCall('tagPolicies.list', {})
  const report = useCall('tagPolicies.getReport', { from, to })
  const error = list.error ?? report.error
  const add = (): void => setEdited('new')
  if (!list.data)
    return error ? (
      <ErrorBanner error={error} onRetry={() => void list.refetch()} isRetrying={list.isFetching} />
    ) : (
      <div aria-busy="true">
        <Skeleton height={320} radius={10} />
      </div>
    )
  const policies = list.data.items
  const dialog = <PolicyDialog policy={edited} onClose={() => setEdited(null)} />
  if (policies.length === 0)
    return (
      <Card>
        <EmptyState
          icon={Tag}
          title={t('tagPolicies.emptyTitle')}
          text={t('tagPolicies.emptyText')}
          action={
            mayWrite ? (
              <Button variant="primary" size="lg" icon={Plus} onClick={add}>
                {t('tagPolicies.emptyStart')}
              </Button>
            ) : (
              <p>{t('tagPolicies.emptyViewer')}</p>
            )
          }
        />
        {dialog}
      </Card>
    )
  return (
    <div className={styles.stack}>
      {error ? <ErrorBanner error={error} onRetry={() => void report.refetch()} /> : null}
      <PoliciesCard
        policies={policies}
        report={report.data ?? null}
        mayWrite={mayWrite}
        onAdd={add}
        onEdit={setEdited}
        onShow={(policy) => onChange({ policy, kind: null, owner: '', q: '', page: 1 })}
      />
      {report.data && report.data.owners.length > 0 ? (
        <OwnersCard
          owners={report.data.owners}
          onShow={(owner) => onChange({ owner: ownerText(owner), policy: null, kind: null, q: '', page: 1 })}
        />
      ) : null}
      <ViolationsCard {...props} policies={policies} owners={report.data?.owners ?? []} />
      {dialog}
    </div>
  )
}
