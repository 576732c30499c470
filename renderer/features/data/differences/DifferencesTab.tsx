import { Check, GitCompareArrows } from 'lucide-react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { Since } from '#shared/contract/differences.ts'
import type { DataUrl, SetUrl } from '../url.ts'
import { ChangedLines } from './ChangedLines.tsx'
import styles from './differences.module.css'
import { MonthsOfChange } from './MonthsOfChange.tsx'
import { momentWords, readSince, sinceText } from './since.ts'

type Props = { url: DataUrl; onChange: SetUrl }

/** The bills of a moment against those of now. */
export function DifferencesTab({ url, onChange }: Props) {
  const { t } = useText()
  const format = useFormat()
  const moments = useCall('differences.listMoments', {})
  const items = moments.data?.items ?? []
  const chosen = url.since === '' ? (items[0] ? sinceText(items[0]) : '') : url.since
  const since = readSince(chosen)
  if (moments.data && items.length === 0)
    return (
      <Card>
        <EmptyState
          icon={GitCompareArrows}
          title={t('differences.none')}
          text={t('differences.noneText')}
          action={<Button onClick={() => onChange({ tab: 'imports' })}>{t('differences.toImports')}</Button>}
        />
      </Card>
    )
  const known = items.some((item) => sinceText(item) === chosen)
  return (
    <div className={styles.tab}>
      <Card title={t('differences.title')} subtitle={t('differences.text')}>
        <div className={styles.since}>
          <Select
            label={t('differences.since')}
            value={known ? chosen : ''}
            options={[
              ...(known ? [] : [{ value: '', label: t('differences.since.choose') }]),
              ...items.map((item) => ({
                value: sinceText(item),
                label: momentWords(item, t, format.instant),
              })),
            ]}
            onChange={(value) => onChange({ since: value, page: 1, account: '', span: '' })}
          />
        </div>
        {moments.data?.knownFromMs ? (
          <p className={styles.note}>
            {t('differences.known', { at: format.instant(moments.data.knownFromMs) })}
          </p>
        ) : null}
      </Card>
      {moments.error ? (
        <ErrorBanner error={moments.error} onRetry={() => void moments.refetch()} />
      ) : since ? (
        <Changes since={since} url={url} onChange={onChange} />
      ) : moments.data ? null : (
        <Skeleton height={240} radius={10} />
      )}
    </div>
  )
}

function Changes({ since, url, onChange }: Props & { since: Since }) {
  const { t } = useText()
  const { data, error, refetch, isFetching } = useCall('differences.getSummary', { since })
  if (error) return <ErrorBanner error={error} onRetry={() => void refetch()} isRetrying={isFetching} />
  if (!data)
    return (
      <div aria-busy="true">
        <Skeleton height={240} radius={10} />
      </div>
    )
  if (data.rows.length === 0)
    return (
      <Card>
        <EmptyState icon={Check} title={t('differences.same')} text={t('differences.sameText')} />
      </Card>
    )
  const chosen = data.rows.find(
    ({ connectionId, month }) => connectionId === url.account && month === url.span,
  )
  return (
    <>
      <MonthsOfChange
        answer={data}
        chosen={chosen ?? null}
        onChoose={(row) => onChange({ account: row?.connectionId ?? '', span: row?.month ?? '', page: 1 })}
      />
      <ChangedLines since={since} of={chosen ?? null} url={url} onChange={onChange} />
    </>
  )
}
