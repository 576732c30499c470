import { type FormEvent, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { PasswordField } from '#renderer/ui/PasswordField.tsx'
import type { GivenView } from '#shared/contract/host.ts'
import section from './Section.module.css'
import { TransferPreview } from './TransferPreview.tsx'

type Props = { given: GivenView | null; onClose: () => void }

/** First the passphrase, then what would be added; nothing changes before the last press. */
export function TransferDialog({ given, onClose }: Props) {
  const { t } = useText()
  return (
    <Dialog title={t('transfer.openTitle')} isOpen={given !== null} onClose={onClose} width={600}>
      {given ? <Body key={given.token} given={given} onClose={onClose} /> : null}
    </Dialog>
  )
}

function Body({ given, onClose }: { given: GivenView; onClose: () => void }) {
  const { t } = useText()
  const { mutate, isPending, error, data } = useCommand('transfer.open')
  const [passphrase, setPassphrase] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (passphrase !== '' && !isPending) mutate({ token: given.token, passphrase })
  }
  if (data)
    return <TransferPreview seen={data} token={given.token} passphrase={passphrase} onClose={onClose} />
  return (
    <form className={section.fields} onSubmit={submit} noValidate>
      <p>{given.name}</p>
      <PasswordField
        label={t('transfer.theirPassphrase')}
        value={passphrase}
        onChange={setPassphrase}
        hint={t('transfer.theirPassphraseHint')}
        autoComplete="current-password"
        data-focus-first
      />
      {error ? <ErrorBanner error={error} /> : null}
      <div className={section.actions}>
        <Button type="submit" variant="primary" isPending={isPending} disabled={passphrase === ''}>
          {t('transfer.look')}
        </Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </div>
    </form>
  )
}
