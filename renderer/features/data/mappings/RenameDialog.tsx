import { type FormEvent, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import styles from './MappingsTab.module.css'

type Props = { mapping: { id: number; name: string }; onClose: () => void }

export function RenameDialog({ mapping, onClose }: Props) {
  const { t } = useText()
  const update = useCommand('imports.updateMapping')
  const [name, setName] = useState(mapping.name)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    update.mutate({ id: mapping.id, name: name.trim() }, { onSuccess: onClose })
  }
  return (
    <Dialog title={t('data.m.renameTitle')} isOpen onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <TextField
          label={t('data.m.name')}
          value={name}
          maxLength={120}
          required
          data-focus-first
          onChange={setName}
        />
        {update.error ? <ErrorBanner error={update.error} /> : null}
        <div className={styles.foot}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="primary" isPending={update.isPending} disabled={name.trim() === ''}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
