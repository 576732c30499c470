import { useText } from '#renderer/i18n/use-text.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { PolicyForm } from './PolicyForm.tsx'
import type { PolicyView } from './view.ts'

type Props = { policy: PolicyView | 'new' | null; onClose: () => void }

export function PolicyDialog({ policy, onClose }: Props) {
  const { t } = useText()
  return (
    <Dialog
      title={
        policy === 'new'
          ? t('tagPolicies.addTitle')
          : t('tagPolicies.editTitle', { key: policy?.tagKey ?? '' })
      }
      isOpen={policy !== null}
      onClose={onClose}
      width={620}
    >
      {policy === null ? null : <PolicyForm policy={policy === 'new' ? null : policy} onClose={onClose} />}
    </Dialog>
  )
}
