import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import type { CallOutput } from '#shared/contract/index.ts'
import { AccountFields } from './AccountFields.tsx'
import { CheckResult } from './CheckResult.tsx'
import { GuardedDialog } from './GuardedDialog.tsx'
import { ProviderHelp } from './ProviderHelp.tsx'
import type { ProviderItem } from './ProviderStep.tsx'
import { ScheduleFields } from './ScheduleFields.tsx'
import { useEdit } from './use-edit.ts'
import styles from './Wizard.module.css'

type Props = {
  kept: CallOutput<'connections.get'>
  item: ProviderItem
  onClose: () => void
  onVault: (retry: () => void) => void
}

/** The form of a connection filled in. Secrets are never shown: what is left blank stays as it is. */
export function EditForm({ kept, item, onClose, onVault }: Props) {
  const { t } = useText()
  const edit = useEdit({ kept, fields: item.fields, onClose, onVault })
  return (
    <GuardedDialog
      title={t('connect.edit.title', { name: kept.name })}
      isDirty={edit.isDirty}
      onClose={onClose}
    >
      <form
        ref={edit.ref}
        className={styles.step}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          edit.submit()
        }}
      >
        <div className={styles.columns}>
          <div className={styles.fields}>
            <TextField
              label={t('connect.name')}
              value={edit.name}
              onChange={edit.setName}
              maxLength={120}
              error={edit.nameError}
            />
            <section className={styles.part} aria-label={t('connect.edit.access')}>
              <h3 className={styles.helpTitle}>{t('connect.edit.access')}</h3>
              <AccountFields form={edit.form} />
              <Button isPending={edit.isTesting} onClick={edit.test} className={styles.test}>
                {t(edit.isTesting ? 'connect.checking' : 'connect.check')}
              </Button>
            </section>
            {edit.checked ? <CheckResult checked={edit.checked} /> : null}
            <section className={styles.part} aria-label={t('connect.edit.schedule')}>
              <h3 className={styles.helpTitle}>{t('connect.edit.schedule')}</h3>
              <ScheduleFields value={edit.schedule} onChange={edit.setSchedule} error={edit.patternError} />
            </section>
          </div>
          <ProviderHelp item={item} />
        </div>
        <div className={styles.actions}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="primary" isPending={edit.isSaving}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </GuardedDialog>
  )
}
