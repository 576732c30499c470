import { Hourglass, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { useSession } from '#renderer/app/use-session.ts'
import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { isGranted } from '#shared/contract/permissions.ts'
import { RetentionDialog } from './RetentionDialog.tsx'
import type { Verified } from './VerifyResult.tsx'

type Props = { retention: { months: number | null } | null; onVerified: (verified: Verified) => void }

/** What is done with the archive whole. */
export function ArchiveActions({ retention, onVerified }: Props) {
  const { t } = useText()
  const { role } = useSession()
  const tell = useTell()
  const verify = useCommand('reports.verify')
  const [isOpen, setOpen] = useState(false)
  const close = (): void => setOpen(false)
  return (
    <>
      <Button
        size="sm"
        icon={ShieldCheck}
        isPending={verify.isPending}
        onClick={() => verify.mutate({}, { onSuccess: onVerified, onError: tell.failed })}
      >
        {t('reports.verify')}
      </Button>
      {retention && isGranted(role, 'settings.write') ? (
        <>
          <Button size="sm" icon={Hourglass} aria-haspopup="dialog" onClick={() => setOpen(true)}>
            {t('reports.retention')}
          </Button>
          <RetentionDialog months={retention.months} isOpen={isOpen} onClose={close} />
        </>
      ) : null}
    </>
  )
}
