import { type FormEvent, useEffect, useState } from 'react'
import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { TextArea } from '#renderer/ui/TextArea.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import styles from './Packages.module.css'
import { fingerprintOfPem } from './package-fingerprint.ts'
import section from './Section.module.css'

type Props = { isOpen: boolean; onClose: () => void }

export function PackageKeyDialog({ isOpen, onClose }: Props) {
  const { t } = useText()
  return (
    <Dialog title={t('packages.addTitle')} isOpen={isOpen} onClose={onClose} width={560}>
      <Body onClose={onClose} />
    </Dialog>
  )
}

/** The fingerprint is shown before the key is believed: that is what a person compares. */
function Body({ onClose }: Pick<Props, 'onClose'>) {
  const { t } = useText()
  const tell = useTell()
  const { mutate, isPending, error } = useCommand('packages.addKey')
  const [name, setName] = useState('')
  const [pem, setPem] = useState('')
  const [fingerprint, setFingerprint] = useState<string | null>(null)
  const [isCompared, setCompared] = useState(false)
  useEffect(() => {
    let isLast = true
    setCompared(false)
    void fingerprintOfPem(pem).then((found) => {
      if (isLast) setFingerprint(found)
    })
    return () => {
      isLast = false
    }
  }, [pem])
  const isReady = name.trim() !== '' && fingerprint !== null && isCompared
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!isReady || isPending) return
    mutate(
      { name: name.trim(), publicKeyPem: pem.trim() },
      {
        onSuccess: () => {
          onClose()
          tell.done(t('packages.keyAdded'))
        },
      },
    )
  }
  return (
    <form className={section.fields} onSubmit={submit} noValidate>
      <TextField
        label={t('packages.keyName')}
        value={name}
        onChange={setName}
        hint={t('packages.keyNameHint')}
        maxLength={60}
        data-focus-first
      />
      <TextArea
        label={t('packages.publicKey')}
        value={pem}
        onChange={setPem}
        hint={t('packages.publicKeyHint')}
        error={pem.trim() !== '' && fingerprint === null ? t('packages.notAKey') : undefined}
        rows={4}
        maxLength={2000}
        spellCheck={false}
      />
      {fingerprint ? (
        <div className={section.stack}>
          <div>
            <p className={styles.legend}>{t('packages.fingerprint')}</p>
            <code className={styles.fingerprint}>{fingerprint}</code>
          </div>
          <Checkbox label={t('packages.compared')} value={isCompared} onChange={setCompared} />
        </div>
      ) : null}
      {error ? <ErrorBanner error={error} /> : null}
      <div className={section.actions}>
        <Button type="submit" variant="primary" isPending={isPending} disabled={!isReady}>
          {t('packages.trust')}
        </Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </div>
    </form>
  )
}
