import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import { EditForm } from './EditForm.tsx'

type Props = { id: string; onClose: () => void; onVault: (retry: () => void) => void }

/** Waits for what is kept of the connection; the form begins with it. */
export function EditDialog({ id, onClose, onVault }: Props) {
  const { t } = useText()
  const providers = useCall('connections.listProviders', {})
  const kept = useCall('connections.get', { id }, { keepsPrevious: false })
  const item = providers.data?.items.find(({ provider }) => provider === kept.data?.provider)
  const error = kept.error ?? providers.error
  if (kept.data && item) {
    return <EditForm key={id} kept={kept.data} item={item} onClose={onClose} onVault={onVault} />
  }
  return (
    <Dialog title={t('connections.edit')} isOpen onClose={onClose} width={720}>
      {error ? (
        <ErrorBanner error={error} onRetry={() => void kept.refetch()} isRetrying={kept.isFetching} />
      ) : (
        <div aria-busy="true">
          <Skeleton height={240} radius={10} />
        </div>
      )}
    </Dialog>
  )
}
