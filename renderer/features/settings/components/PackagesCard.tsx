import { PackageOpen, PackagePlus } from 'lucide-react'
import { useState } from 'react'
import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { transport } from '#renderer/transport/transport.ts'
import { TransportError } from '#renderer/transport/transport-error.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { Disclosure } from '#renderer/ui/Disclosure.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import type { PackageView } from '#shared/contract/packages.ts'
import { PackageRelease } from './PackageRelease.tsx'
import { PackagesTable } from './PackagesTable.tsx'
import styles from './Section.module.css'

type Props = { items: readonly PackageView[]; mayChange: boolean }

/** Rates, calendars and the like, brought in by file: what is here, how old it is, and the way to bring more. */
export function PackagesCard({ items, mayChange }: Props) {
  const { t } = useText()
  const tell = useTell()
  const { mutateAsync, isPending, reset } = useCommand('packages.load')
  const [refusal, setRefusal] = useState<TransportError | null>(null)
  const current = items.filter(({ isCurrent }) => isCurrent)
  const former = items.filter(({ isCurrent }) => !isCurrent)
  const load = async (): Promise<void> => {
    reset()
    setRefusal(null)
    try {
      const [given] = await transport.host['host.openFiles']({ kind: 'packages' })
      if (!given) return
      const { kind } = await mutateAsync({ token: given.token })
      tell.done(t('packages.loaded', { kind: t(`packages.kind.${kind}`) }))
    } catch (error) {
      if (!(error instanceof TransportError)) throw error
      setRefusal(error)
    }
  }
  return (
    <Card
      title={t('packages.title')}
      subtitle={t('packages.text')}
      padding="none"
      actions={
        mayChange ? (
          <Button variant="primary" icon={PackagePlus} isPending={isPending} onClick={() => void load()}>
            {t('packages.load')}
          </Button>
        ) : null
      }
    >
      {refusal ? (
        <div className={styles.inset}>
          <ErrorBanner error={refusal} />
        </div>
      ) : null}
      {current.length > 0 ? (
        <PackagesTable label={t('packages.title')} items={current} />
      ) : (
        <EmptyState icon={PackageOpen} title={t('packages.none')} text={t('packages.noneText')} />
      )}
      {current.map(({ id, version, release }) =>
        release ? <PackageRelease key={id} version={version} release={release} /> : null,
      )}
      {former.length > 0 ? (
        <div className={styles.under}>
          <Disclosure label={t('packages.former')} note={String(former.length)}>
            <PackagesTable label={t('packages.former')} items={former} />
          </Disclosure>
        </div>
      ) : null}
    </Card>
  )
}
