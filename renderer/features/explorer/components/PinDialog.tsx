import { type FormEvent, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import type { ViewSpec } from '#shared/contract/costs.ts'
import type { SavedView } from '#shared/contract/views.ts'
import { type TileLook, tileLooksOf, usePin } from '../use-pin.ts'
import styles from './NoteDialog.module.css'

type Props = {
  spec: ViewSpec
  /** The saved view that is on screen unchanged: its tile stands on it. Null: it is saved first. */
  view: SavedView | null
  name: string
  isOpen: boolean
  onDone: (viewId: string) => void
  onClose: () => void
}

/** The view on screen as a tile of the dashboard. */
export function PinDialog({ isOpen, onClose, ...rest }: Props) {
  const { t } = useText()
  return (
    <Dialog title={t('explorer.pinTitle')} isOpen={isOpen} onClose={onClose} width={480}>
      <Body {...rest} onClose={onClose} />
    </Dialog>
  )
}

function Body({ spec, view, name: start, onDone, onClose }: Omit<Props, 'isOpen'>) {
  const { t } = useText()
  const pin = usePin()
  const [name, setName] = useState(start)
  const [look, setLook] = useState<TileLook>(
    spec.look === 'number' ? 'number' : spec.look === 'table' ? 'list' : 'chart',
  )
  const [isTried, setTried] = useState(false)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (pin.isPending || (view === null && name.trim() === '')) return
    pin.mutateAsync({ spec, view, name: name.trim(), look }).then(onDone, () => undefined)
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {view ? null : (
        <TextField
          label={t('explorer.viewName')}
          hint={t('explorer.pinSaves')}
          value={name}
          maxLength={120}
          data-focus-first
          onChange={setName}
          error={isTried && name.trim() === '' ? t('explorer.nameEmpty') : undefined}
        />
      )}
      <div>
        <p className={styles.label} aria-hidden>
          {t('explorer.pinLook')}
        </p>
        <Segmented
          label={t('explorer.pinLook')}
          value={look}
          options={tileLooksOf.map((value) => ({ value, label: t(`explorer.tile.${value}`) }))}
          onChange={setLook}
        />
      </div>
      {pin.error ? <ErrorBanner error={pin.error} /> : null}
      <div className={styles.buttons}>
        <span className={styles.grow} />
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="primary" isPending={pin.isPending}>
          {t('explorer.pin')}
        </Button>
      </div>
    </form>
  )
}
