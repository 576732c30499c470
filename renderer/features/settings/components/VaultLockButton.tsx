import { Lock } from 'lucide-react'
import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'

export function VaultLockButton() {
  const { t } = useText()
  const tell = useTell()
  const { mutate, isPending } = useCommand('vault.lock')
  const lock = (): void => mutate({}, { onSuccess: () => tell.done(t('vault.locked')), onError: tell.failed })
  return (
    <Button icon={Lock} isPending={isPending} onClick={lock}>
      {t('vault.lock')}
    </Button>
  )
}
