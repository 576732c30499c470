import { Plus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import styles from '../business.module.css'

/** A client that has neither costs nor a price in these days: its terms can be given all the same. */
export function NewClient({ onName }: { onName: (part: string) => void }) {
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  const [isTried, setTried] = useState(false)
  const [name, setName] = useState('')
  const part = name.trim()
  const close = (): void => {
    setOpen(false)
    setTried(false)
    setName('')
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (part === '') return
    close()
    onName(part)
  }
  return (
    <>
      <Button icon={Plus} onClick={() => setOpen(true)}>
        {t('margins.terms.newClient')}
      </Button>
      <Dialog title={t('margins.terms.newClient')} isOpen={isOpen} onClose={close}>
        <form className={styles.form} onSubmit={submit} noValidate>
          <TextField
            label={t('margins.terms.client')}
            hint={t('margins.terms.newClientText')}
            maxLength={120}
            value={name}
            error={isTried && part === '' ? t('margins.terms.needClient') : undefined}
            onChange={setName}
            data-focus-first
          />
          <div className={styles.formFoot}>
            <Button onClick={close}>{t('common.cancel')}</Button>
            <Button type="submit" variant="primary">
              {t('common.next')}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
