import { Network, Plus } from 'lucide-react'
import { useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { TabProps } from '../tab-props.ts'
import { AddHierarchyDialog } from './AddHierarchyDialog.tsx'
import { HierarchyEditor } from './HierarchyEditor.tsx'
import styles from './hierarchies.module.css'

/** Trees that gather values into departments, companies and the holding. */
export function HierarchiesTab(props: TabProps) {
  const { url, mayWrite, onChange } = props
  const { t } = useText()
  const [isAdding, setAdding] = useState(false)
  const { data, error, isFetching, refetch } = useCall('hierarchies.list', {})
  if (!data)
    return error ? (
      <ErrorBanner error={error} onRetry={() => void refetch()} isRetrying={isFetching} />
    ) : (
      <div aria-busy="true">
        <Skeleton height={320} radius={10} />
      </div>
    )
  const asked = data.items.find(({ id }) => id === url.hierarchy)
  const shown = asked ?? data.items[0]
  const dialog = (
    <AddHierarchyDialog
      isOpen={isAdding}
      taken={data.items.map(({ name }) => name)}
      onClose={() => setAdding(false)}
      onMade={(id) => onChange({ hierarchy: id })}
    />
  )
  if (!shown)
    return (
      <Card>
        <EmptyState
          icon={Network}
          title={t('hierarchies.emptyTitle')}
          text={t('hierarchies.emptyText')}
          action={
            mayWrite ? (
              <Button variant="primary" size="lg" onClick={() => setAdding(true)}>
                {t('hierarchies.emptyStart')}
              </Button>
            ) : (
              <p>{t('hierarchies.emptyViewer')}</p>
            )
          }
        />
        {dialog}
      </Card>
    )
  return (
    <div className={styles.stack}>
      <div className={styles.choice}>
        <Select
          label={t('hierarchies.list')}
          isLabelHidden
          value={shown.id}
          options={data.items.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => onChange({ hierarchy: id })}
        />
        {mayWrite ? (
          <Button icon={Plus} onClick={() => setAdding(true)}>
            {t('hierarchies.add')}
          </Button>
        ) : null}
        {url.hierarchy !== null && !asked ? (
          <p className={styles.soft} role="status">
            {t('hierarchies.gone', { name: shown.name })}
          </p>
        ) : null}
      </div>
      <HierarchyEditor key={shown.id} hierarchy={shown} mayWrite={mayWrite} onChange={onChange} />
      {dialog}
    </div>
  )
}
