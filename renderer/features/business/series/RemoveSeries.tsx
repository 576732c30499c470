import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import type { SeriesView } from '#shared/contract/business.ts'
import styles from '../business.module.css'

type Props = { series: SeriesView | null; onClose: () => void }

/** Values that were typed for months are not taken away by a slip. */
export function RemoveSeries({ series, onClose }: Props) {
  const { t } = useText()
  const tell = useTell()
  const { mutate, isPending, error, reset } = useCommand('business.removeSeries')
  const close = (): void => {
    reset()
    onClose()
  }
  const remove = (): void => {
    if (!series) return
    mutate(
      { id: series.id },
      {
        onSuccess: () => {
          tell.done(t('series.removed'))
          close()
        },
      },
    )
  }
  return (
    <Dialog
      title={t('series.removeTitle', { name: series?.name ?? '' })}
      isOpen={series !== null}
      onClose={close}
      footer={
        <>
          <Button onClick={close} data-focus-first>
            {t('common.cancel')}
          </Button>
          <Button variant="danger" isPending={isPending} onClick={remove}>
            {t('series.remove')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{t('series.removeText')}</p>
        {error ? <ErrorBanner error={error} /> : null}
      </div>
    </Dialog>
  )
}
