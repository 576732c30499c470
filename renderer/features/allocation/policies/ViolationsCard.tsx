import { CircleCheck, Search } from 'lucide-react'
import { useState } from 'react'
import { useSettled } from '#renderer/app/costs/use-settled.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { Combobox } from '#renderer/ui/Combobox.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Pager } from '#renderer/ui/Pager.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import { violationKinds } from '#shared/contract/allocation.ts'
import type { TabProps } from '../tab-props.ts'
import { FixBar } from './FixBar.tsx'
import { FixDialog } from './FixDialog.tsx'
import styles from './policies.module.css'
import { useFix } from './use-fix.ts'
import { ViolationsTable } from './ViolationsTable.tsx'
import {
  fixesOf,
  keyOf,
  ownerOf,
  ownerText,
  PAGE,
  type PolicyReport,
  type PolicyView,
  type ViolationView,
} from './view.ts'

type Props = TabProps & { policies: readonly PolicyView[]; owners: PolicyReport['owners'] }

/** What is not as it should be, filtered and by pages, and mended one by one or many at once. */
export function ViolationsCard({ url, onChange, mayWrite, policies, owners }: Props) {
  const { t } = useText()
  const search = useSettled(url.q, 200)
  const [ticks, setTicks] = useState<ReadonlySet<string>>(new Set())
  const [fixing, setFixing] = useState<readonly ViolationView[]>([])
  const fix = useFix()
  const policyId = policies.find(({ id }) => id === url.policy)?.id
  const { data, error, isFetching, isPlaceholderData, refetch } = useCall('tagPolicies.listViolations', {
    ...(policyId ? { policyId } : {}),
    ...(url.kind ? { kind: url.kind } : {}),
    ...ownerOf(url.owner),
    search: search.trim(),
    offset: (url.page - 1) * PAGE,
    limit: PAGE,
  })
  const items = data?.items ?? []
  const ticked = items.filter((item) => ticks.has(keyOf(item)))
  const put = (patch: Parameters<typeof onChange>[0]): void => {
    setTicks(new Set())
    onChange({ page: 1, ...patch })
  }
  return (
    <Card
      title={
        <>
          {t('tagPolicies.violations')}{' '}
          {data && data.total > 0 ? <Badge tone="warn">{data.total}</Badge> : null}
        </>
      }
      padding="none"
    >
      <div className={styles.filters}>
        <span className={styles.search}>
          <TextField
            type="search"
            label={t('tagPolicies.search')}
            isLabelHidden
            icon={Search}
            placeholder={t('tagPolicies.search')}
            maxLength={200}
            value={url.q}
            onChange={(q) => put({ q })}
          />
        </span>
        <Combobox
          label={t('tagPolicies.policyFilter')}
          value={policyId ?? null}
          options={policies.map(({ id, tagKey }) => ({ value: id, label: tagKey }))}
          onChange={(policy) => put({ policy })}
        />
        <Combobox
          label={t('tagPolicies.kindFilter')}
          value={url.kind}
          options={violationKinds.map((value) => ({ value, label: t(`tagPolicies.kind.${value}`) }))}
          onChange={(kind) => put({ kind: violationKinds.find((each) => each === kind) ?? null })}
        />
        <Combobox
          label={t('tagPolicies.ownerFilter')}
          value={url.owner === '' ? null : url.owner}
          options={owners.map(({ owner }) => ({
            value: ownerText(owner),
            label: owner ?? t('tagPolicies.nobody'),
          }))}
          onChange={(owner) => put({ owner: owner ?? '' })}
        />
      </div>
      {mayWrite && ticked.length > 0 ? (
        <FixBar
          ticked={ticked}
          isPending={fix.isPending}
          onSuggested={() => void fix.run(fixesOf(ticked)).then((isDone) => isDone && setTicks(new Set()))}
          onChoose={() => setFixing(ticked)}
          onClear={() => setTicks(new Set())}
        />
      ) : null}
      {error ? (
        <div className={styles.inset}>
          <ErrorBanner error={error} onRetry={() => void refetch()} isRetrying={isFetching} />
        </div>
      ) : null}
      {!data && !error ? (
        <div className={styles.inset} aria-busy="true">
          <Skeleton height={200} radius={6} />
        </div>
      ) : null}
      {data && items.length === 0 ? (
        <EmptyState
          icon={CircleCheck}
          title={t('tagPolicies.violationsNone')}
          text={t('tagPolicies.violationsNoneText')}
        />
      ) : null}
      {items.length > 0 ? (
        <ViolationsTable
          items={items}
          ticks={ticks}
          mayWrite={mayWrite}
          isBusy={isPlaceholderData || fix.isPending}
          onTicks={setTicks}
          onFix={(item) => void fix.run(fixesOf([item]))}
          onChoose={(item) => setFixing([item])}
        />
      ) : null}
      <div className={styles.foot}>
        <Pager
          page={url.page}
          pageSize={PAGE}
          shown={items.length}
          total={data?.total ?? 0}
          onPage={(page) => put({ page })}
        />
      </div>
      <FixDialog
        violations={fixing}
        policy={policies.find(({ id }) => id === fixing[0]?.policyId) ?? null}
        fix={fix}
        onClose={() => setFixing([])}
        onDone={() => setTicks(new Set())}
      />
    </Card>
  )
}
