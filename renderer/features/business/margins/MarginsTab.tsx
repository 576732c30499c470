import { Boxes, Handshake } from 'lucide-react'
import { useLocation } from 'wouter'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { TabProps } from '../url.ts'
import { MarginsReport } from './MarginsReport.tsx'
import { type MarginsBy, tagsFor } from './view.ts'

type Props = TabProps & { by: MarginsBy }

/** Which virtual tag tells the parts; without any, the way to one. */
export function MarginsTab({ by, url, onChange, mayWrite }: Props) {
  const { t } = useText()
  const [, navigate] = useLocation()
  const { data, error, isFetching, refetch } = useCall('allocation.listTags', {})
  const series = useCall('business.listSeries', {})
  if (!data || !series.data)
    return error ? (
      <ErrorBanner error={error} onRetry={() => void refetch()} isRetrying={isFetching} />
    ) : (
      <div aria-busy="true">
        <Skeleton height={420} radius={10} />
      </div>
    )
  const { own, others } = tagsFor(data.items, by)
  const tag = [...own, ...others].find(({ id }) => id === url.tag) ?? own[0]
  if (!tag) {
    const kind = by === 'clients' ? 'Clients' : 'Products'
    return (
      <Card>
        <EmptyState
          icon={by === 'clients' ? Handshake : Boxes}
          title={t(`margins.noTag${kind}Title`)}
          text={t(`margins.noTag${kind}Text`)}
          action={
            mayWrite ? (
              <Button variant="primary" onClick={() => navigate('/allocation?tag=new')}>
                {t('margins.makeTag')}
              </Button>
            ) : undefined
          }
        />
      </Card>
    )
  }
  const revenues = series.data.items.filter(({ role, tagId }) => role === 'revenue' && tagId === tag.id)
  return (
    <MarginsReport
      key={tag.id}
      by={by}
      tag={tag}
      tags={{ own, others }}
      revenues={revenues}
      url={url}
      onChange={onChange}
      mayWrite={mayWrite}
    />
  )
}
