import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import { useRun } from '../use-run.ts'
import type { PolicyView } from './view.ts'

/** `policy` null: none is being removed. */
export function RemovePolicyDialog({ policy, onClose }: { policy: PolicyView | null; onClose: () => void }) {
  const { t } = useText()
  const tell = useTell()
  const { run, isPending, error } = useRun('tagPolicies.remove')
  const key = policy?.tagKey ?? ''
  const remove = (): void => {
    if (policy === null) return
    run(
      { id: policy.id },
      {
        done: () => {
          tell.done(t('tagPolicies.removed', { key }))
          onClose()
        },
      },
    )
  }
  return (
    <ConfirmDialog
      isOpen={policy !== null}
      title={t('tagPolicies.removeTitle', { key })}
      confirmLabel={t('tagPolicies.remove')}
      isPending={isPending}
      error={error}
      onClose={onClose}
      onConfirm={remove}
    >
      <p>{t('tagPolicies.removeText')}</p>
    </ConfirmDialog>
  )
}
