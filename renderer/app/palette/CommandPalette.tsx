import { useEffect, useRef } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { setPaletteOpen, useShell } from '#renderer/state/shell.ts'
import styles from './CommandPalette.module.css'
import { PaletteBody } from './PaletteBody.tsx'

export function CommandPalette() {
  const { t } = useText()
  const isOpen = useShell((state) => state.isPaletteOpen)
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = ref.current
    if (!dialog) return
    if (isOpen && !dialog.open) dialog.showModal()
    if (!isOpen && dialog.open) dialog.close()
    const onOutside = (event: MouseEvent): void => {
      if (event.target === dialog) setPaletteOpen(false)
    }
    dialog.addEventListener('mousedown', onOutside)
    return () => dialog.removeEventListener('mousedown', onOutside)
  }, [isOpen])
  return (
    <dialog
      ref={ref}
      className={styles.palette}
      aria-label={t('palette.title')}
      onClose={() => setPaletteOpen(false)}
    >
      {isOpen ? <PaletteBody onDone={() => setPaletteOpen(false)} /> : null}
    </dialog>
  )
}
