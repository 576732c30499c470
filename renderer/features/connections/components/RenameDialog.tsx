import { type FormEvent, useId, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import type { ConnectionView } from '#shared/contract/connections.ts'

/** Of an account that files tell of its name is all that can be changed. */
export function RenameDialog({ item, onClose }: { item: ConnectionView; onClose: () => void }) {
  const { t } = useText()
  const formId = useId()
  const update = useCommand('connections.update')
  const [name, setName] = useState(item.name)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    update.mutate({ id: item.id, name: name.trim() }, { onSuccess: onClose })
  }
  return (
    <Dialog
      title={t('connections.renameTitle')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            type="submit"
            form={formId}
            variant="primary"
            isPending={update.isPending}
            disabled={name.trim() === ''}
          >
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit}>
        <TextField
          label={t('connections.renameName')}
          value={name}
          maxLength={120}
          required
          data-focus-first
          onChange={setName}
        />
        {update.error ? <ErrorBanner error={update.error} /> : null}
      </form>
    </Dialog>
  )
}
