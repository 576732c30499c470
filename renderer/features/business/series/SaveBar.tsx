import type { ReactNode } from 'react'
import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import businessStyles from '../business.module.css'
import styles from './series.module.css'
import { type Edits, isBad, toValues } from './value-grid.ts'

type Props = { seriesId: string; edits: Edits; onRevert: () => void; children: ReactNode }

/** What has been typed and is not kept yet, and the way to keep it; a cell that is no number stops it. */
export function SaveBar({ seriesId, edits, onRevert, children }: Props) {
  const { t } = useText()
  const tell = useTell()
  const { mutate, isPending, error } = useCommand('business.putValues')
  const bad = [...edits.values()].filter(isBad).length
  const save = (): void => {
    if (bad > 0) return
    mutate(
      { id: seriesId, values: toValues(edits) },
      {
        onSuccess: ({ put, removed }) => {
          tell.done(t('series.values.saved', { count: put + removed }))
          onRevert()
        },
      },
    )
  }
  return (
    <div className={styles.bar}>
      {error ? <ErrorBanner error={error} /> : null}
      <div className={styles.barLine}>
        {children}
        <span className={styles.told} role="status">
          {bad > 0 ? (
            <span className={styles.bad}>{t('series.values.badCount', { count: bad })}</span>
          ) : edits.size > 0 ? (
            <span className={businessStyles.soft}>{t('series.values.changed', { count: edits.size })}</span>
          ) : null}
        </span>
        {edits.size > 0 ? (
          <>
            <Button onClick={onRevert}>{t('series.values.revert')}</Button>
            <Button variant="primary" isPending={isPending} aria-disabled={bad > 0} onClick={save}>
              {t('series.values.save')}
            </Button>
          </>
        ) : null}
      </div>
    </div>
  )
}
