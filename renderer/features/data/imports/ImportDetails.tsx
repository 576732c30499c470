import { ArrowLeft } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { cx } from '#renderer/ui/cx.ts'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { SetUrl } from '../url.ts'
import { Asking } from './Asking.tsx'
import { Committed } from './Committed.tsx'
import { DetailsHead } from './DetailsHead.tsx'
import styles from './imports.module.css'
import { Preview } from './Preview.tsx'
import { ReadingFacts } from './ReadingFacts.tsx'
import { Unfinished } from './Unfinished.tsx'

type Props = { id: number; onChange: SetUrl }

/** One file with all that is known of it, from its first byte to its withdrawal. */
export function ImportDetails({ id, onChange }: Props) {
  const { t } = useText()
  const { data, error, refetch, isFetching } = useCall('imports.get', { id }, { keepsPrevious: false })
  const back = (): void => onChange({ open: 0 })
  const box = useRef<HTMLDivElement>(null)
  const status = data?.item.status
  const before = useRef(status)
  // A decision takes its buttons away: the keys go on at the file that it was about.
  useEffect(() => {
    const isDecided = before.current !== undefined && before.current !== status
    before.current = status
    if (isDecided && document.activeElement === document.body) box.current?.focus({ preventScroll: true })
  }, [status])
  const toRows = (): void => onChange({ tab: 'quarantine', import: id, open: 0, page: 1 })
  return (
    <div ref={box} tabIndex={-1} className={cx(styles.stack, styles.box)}>
      <div>
        <Button size="sm" variant="ghost" icon={ArrowLeft} onClick={back}>
          {t('imports.back')}
        </Button>
      </div>
      {error ? <ErrorBanner error={error} onRetry={() => void refetch()} isRetrying={isFetching} /> : null}
      {data ? (
        <>
          <DetailsHead details={data} />
          <Unfinished item={data.item} onBack={back} onOpen={(open) => onChange({ open })} />
          {data.item.status === 'asking' && data.reading ? (
            <Asking item={data.item} reading={data.reading} onBack={back} />
          ) : null}
          <Committed item={data.item} onRows={toRows} />
          {data.summary ? (
            <Preview details={data} summary={data.summary} onRows={toRows} onBack={back} />
          ) : null}
          {data.reading && data.item.status !== 'asking' ? (
            <ReadingFacts item={data.item} reading={data.reading} />
          ) : null}
        </>
      ) : error ? null : (
        <div aria-busy="true" className={styles.stack}>
          <Skeleton height={64} radius={10} />
          <Skeleton height={320} radius={10} />
        </div>
      )}
    </div>
  )
}
