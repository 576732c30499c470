import { Check, RotateCcw } from 'lucide-react'
import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import type { Unrecognised } from '../view.ts'
import styles from './forms.module.css'

/** Puts it aside without a type, or back among the open ones. */
export function ResolveButton({ item }: { item: Unrecognised }) {
  const { t } = useText()
  const tell = useTell()
  const { mutate, isPending } = useCommand('unrecognised.update')
  const isResolved = item.resolvedAtMs !== null
  return (
    <Button
      icon={isResolved ? RotateCcw : Check}
      className={styles.button}
      isPending={isPending}
      onClick={() => mutate({ id: item.id, isResolved: !isResolved }, { onError: tell.failed })}
    >
      {t(isResolved ? 'unrecognised.reopen' : 'unrecognised.resolve')}
    </Button>
  )
}
