import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import type { CheckView } from '#shared/contract/connections.ts'
import { CheckResult } from './CheckResult.tsx'
import styles from './Wizard.module.css'

type Props = { checked: CheckView; onBack: () => void; onNext: () => void; onEdit: (id: string) => void }

export function CheckStep({ checked, onBack, onNext, onEdit }: Props) {
  const { t } = useText()
  const isTaken = checked.known !== null && !checked.known.isArchived
  return (
    <form
      className={styles.step}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isTaken) onNext()
      }}
    >
      <CheckResult checked={checked} onEdit={onEdit} />
      <div className={styles.actions}>
        <Button onClick={onBack} data-focus-first={isTaken || undefined}>
          {t('common.back')}
        </Button>
        {isTaken ? null : (
          <Button type="submit" variant="primary" data-focus-first>
            {t('common.next')}
          </Button>
        )}
      </div>
    </form>
  )
}
