import { type FormEvent, useState } from 'react'
import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import type { CallOutput } from '#shared/contract/index.ts'
import styles from './imports.module.css'

type Folder = CallOutput<'imports.getFolder'>
type Props = { folder: Folder; isOpen: boolean; onClose: () => void }

export function FolderDialog({ folder, isOpen, onClose }: Props) {
  const { t } = useText()
  return (
    <Dialog title={t('imports.folderTitle')} isOpen={isOpen} onClose={onClose} width={560}>
      <FolderForm folder={folder} onClose={onClose} />
    </Dialog>
  )
}

function FolderForm({ folder, onClose }: Omit<Props, 'isOpen'>) {
  const { t } = useText()
  const tell = useTell()
  const update = useCommand('imports.updateFolder')
  const [path, setPath] = useState(folder.path ?? '')
  const [isOn, setOn] = useState(folder.path === null || folder.isOn)
  const save = (next: { path: string | null; isOn: boolean }): void =>
    update.mutate(next, {
      onSuccess: () => {
        tell.done(t('imports.folderSaved'))
        onClose()
      },
    })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    save({ path: path.trim(), isOn })
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <p className={styles.soft}>{t('imports.folderText')}</p>
      <TextField
        label={t('imports.folderPath')}
        value={path}
        maxLength={1000}
        required
        data-focus-first
        hint={t('imports.folderHint')}
        onChange={setPath}
      />
      <Checkbox label={t('imports.folderIsOn')} value={isOn} onChange={setOn} />
      {update.error ? <ErrorBanner error={update.error} /> : null}
      <div className={styles.formFoot}>
        {folder.path === null ? null : (
          <Button variant="ghost" onClick={() => save({ path: null, isOn: false })}>
            {t('imports.folderForget')}
          </Button>
        )}
        <span className={styles.grow} />
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="primary" isPending={update.isPending}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}
