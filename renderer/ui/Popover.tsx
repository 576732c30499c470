import { type ReactNode, type RefObject, useEffect, useEffectEvent, useRef } from 'react'
import styles from './Popover.module.css'
import { placeElement, type Side } from './place.ts'

type Props = {
  anchor: RefObject<Element | null>
  isOpen: boolean
  onClose: () => void
  label: string
  side?: Side
  role?: 'dialog' | 'menu' | 'listbox'
  id?: string
  children: ReactNode
}

/** A box beside its anchor that a click elsewhere or Escape closes. The focus returns to the anchor. */
export function Popover({
  anchor,
  isOpen,
  onClose,
  label,
  side = 'bottom-start',
  role = 'dialog',
  id,
  children,
}: Props) {
  const ref = useRef<HTMLDivElement>(null)
  // Whatever the owner makes anew meanwhile, an open box stays as it is and the focus where somebody has taken it.
  const tellClosed = useEffectEvent(onClose)
  useEffect(() => {
    const box = ref.current
    const target = anchor.current
    if (!isOpen || !box || !target) return
    // Named as the source, the anchor may close what it opened: a press on it is no press elsewhere.
    box.showPopover(target instanceof HTMLElement ? { source: target } : undefined)
    const place = (): void => placeElement(target, box, side, 6)
    place()
    box.querySelector<HTMLElement>('[autofocus], [role^="menuitem"], input, button, select')?.focus()
    const onToggle = (event: Event): void => {
      if ((event as ToggleEvent).newState === 'closed') tellClosed()
    }
    box.addEventListener('toggle', onToggle)
    window.addEventListener('resize', place)
    return () => {
      box.removeEventListener('toggle', onToggle)
      window.removeEventListener('resize', place)
    }
  }, [isOpen, anchor, side])
  return isOpen ? (
    <div ref={ref} id={id} popover="auto" {...{ role, 'aria-label': label }} className={styles.popover}>
      {children}
    </div>
  ) : null
}
