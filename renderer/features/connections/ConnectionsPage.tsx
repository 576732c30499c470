import { Cable } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Page } from '#renderer/app/Page.tsx'
import { useRuns } from '#renderer/app/sync/use-runs.ts'
import { flagParam } from '#renderer/app/url-codecs.ts'
import { useUrlState } from '#renderer/app/use-url-state.ts'
import { VaultDialog } from '#renderer/app/vault/VaultDialog.tsx'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import styles from './ConnectionsPage.module.css'
import { CardsSkeleton } from './components/CardsSkeleton.tsx'
import { ConnectionCard } from './components/ConnectionCard.tsx'
import { ConnectionDialogs, type OpenDialog } from './components/ConnectionDialogs.tsx'
import { PageButtons } from './components/PageButtons.tsx'
import { useCardActions } from './use-card-actions.ts'
import { useMayAct } from './use-may-act.ts'
import { useSyncStart } from './use-sync-start.ts'
import { inOrder } from './view.ts'

const wishToAdd = (may: 'act' | 'demo'): OpenDialog =>
  may === 'demo' ? { kind: 'demo' } : { kind: 'add', provider: null }

const codecs = { archived: flagParam(), add: flagParam() }

export function ConnectionsPage() {
  const { t } = useText()
  const may = useMayAct()
  const [url, setUrl] = useUrlState(codecs)
  const [open, setOpen] = useState<OpenDialog | null>(null)
  const { data, error, isFetching, refetch } = useCall('connections.list', { hasArchived: true })
  const runs = useRuns()
  const [retry, setRetry] = useState<(() => void) | null>(null)
  const askVault = (again: () => void): void => setRetry(() => again)
  const sync = useSyncStart(askVault)
  const all = useMemo(() => inOrder(data?.items ?? []), [data])
  const shown = all.filter(({ status }) => url.archived || status !== 'archived')
  const live = all.filter(({ status }) => status !== 'archived')
  const add = (): void => setUrl({ add: true })
  const actions = useCardActions({ may, onOpen: setOpen, sync: (id) => sync.start([id]) })
  // A link elsewhere may ask for the form of a new connection.
  const dialog: OpenDialog | null = open ?? (url.add && may !== 'look' ? wishToAdd(may) : null)

  return (
    <Page
      title={t('connections.title')}
      subtitle={
        !data
          ? '\u00A0'
          : may === 'look'
            ? t('connections.readOnly')
            : live.length === 0
              ? null
              : t('connections.subtitle', {
                  count: live.length,
                  active: live.filter(({ status }) => status === 'active').length,
                })
      }
      actions={
        <PageButtons
          canAct={may !== 'look'}
          hasLive={live.length > 0}
          canSync={live.some(({ source }) => source === 'api')}
          isStarting={sync.isPending}
          onAdd={add}
          onSyncAll={() => (may === 'demo' ? setOpen({ kind: 'demo' }) : sync.start())}
        />
      }
    >
      {error ? <ErrorBanner error={error} onRetry={() => void refetch()} isRetrying={isFetching} /> : null}
      {data && live.length === 0 ? (
        <div className={styles.empty}>
          <EmptyState
            icon={Cable}
            title={may === 'look' ? t('connections.empty.viewer') : t('connections.empty.title')}
            text={may === 'look' ? undefined : t('connections.empty.text')}
            action={
              may === 'look' ? undefined : (
                <Button variant="primary" onClick={add}>
                  {t('connections.add')}
                </Button>
              )
            }
          />
        </div>
      ) : null}
      {data || error ? null : (
        <ul className={styles.grid} aria-busy="true">
          <CardsSkeleton />
        </ul>
      )}
      {shown.length > 0 ? (
        <ul className={styles.grid} aria-label={t('connections.title')}>
          {shown.map((item) => (
            <ConnectionCard
              key={item.id}
              item={item}
              run={runs.find(({ connectionId }) => connectionId === item.id)}
              actions={actions}
            />
          ))}
        </ul>
      ) : null}
      {all.length > live.length ? (
        <Checkbox
          label={t('connections.showArchived')}
          value={url.archived}
          onChange={(archived) => setUrl({ archived })}
          className={styles.archived}
        />
      ) : null}
      <ConnectionDialogs
        open={dialog}
        takenNames={all.map(({ name }) => name)}
        onOpen={setOpen}
        onClose={() => {
          setOpen(null)
          if (url.add) setUrl({ add: false })
        }}
        onVault={askVault}
        onSync={(id) => sync.start([id])}
      />
      <VaultDialog isOpen={retry !== null} onClose={() => setRetry(null)} onDone={() => retry?.()} />
    </Page>
  )
}
