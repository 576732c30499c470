import { FileBadge, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import type { NetworkView } from '#shared/contract/network.ts'
import { AuthoritiesTable } from './AuthoritiesTable.tsx'
import { CertificateFile } from './CertificateFile.tsx'
import styles from './Section.module.css'

type Props = Pick<NetworkView, 'authorities'> & { mayChange: boolean }

/** Whom the program trusts besides the common authorities: the gateway of the house that inspects traffic. */
export function AuthoritiesCard({ authorities, mayChange }: Props) {
  const { t } = useText()
  const tell = useTell()
  const add = useCommand('network.update')
  const remove = useCommand('network.update')
  const [isAsking, setAsking] = useState(false)
  const hasSome = authorities.length > 0
  const close = (): void => {
    remove.reset()
    setAsking(false)
  }
  return (
    <Card
      title={t('network.caTitle')}
      subtitle={t('network.caText')}
      padding="none"
      actions={
        mayChange && hasSome ? (
          <Button icon={Trash2} onClick={() => setAsking(true)}>
            {t('network.removeAll')}
          </Button>
        ) : null
      }
    >
      {hasSome ? (
        <AuthoritiesTable authorities={authorities} />
      ) : (
        <EmptyState icon={FileBadge} title={t('network.none')} text={t('network.noneText')} />
      )}
      {mayChange ? (
        <div className={styles.under}>
          <CertificateFile
            label={t(hasSome ? 'network.replaceFile' : 'network.addFile')}
            isPending={add.isPending}
            onText={(caPem) => add.mutate({ caPem }, { onSuccess: () => tell.done(t('network.added')) })}
          />
          {add.error ? <ErrorBanner error={add.error} /> : null}
        </div>
      ) : null}
      <ConfirmDialog
        isOpen={isAsking}
        title={t('network.removeTitle')}
        confirmLabel={t('network.removeAll')}
        isPending={remove.isPending}
        error={remove.error}
        onClose={close}
        onConfirm={() =>
          remove.mutate(
            { caPem: null },
            {
              onSuccess: () => {
                close()
                tell.done(t('network.removed'))
              },
            },
          )
        }
      >
        <p>{t('network.removeText')}</p>
      </ConfirmDialog>
    </Card>
  )
}
