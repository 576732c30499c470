import { cloneElement, type ReactElement, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { placeElement, type Side } from './place.ts'
import styles from './Tooltip.module.css'

type Props = {
  text: ReactNode
  side?: Side
  /** One element; it should be able to take the focus. */
  children: ReactElement<{ 'aria-describedby'?: string | undefined; 'aria-label'?: string | undefined }>
}

const SHOW_AFTER_MS = 350
const HIDE_AFTER_MS = 80

/** A few words on hover or focus. Escape puts it away; the pointer may rest on it. */
export function Tooltip({ text, side = 'top', children }: Props) {
  const id = useId()
  const anchor = useRef<HTMLSpanElement>(null)
  const box = useRef<HTMLSpanElement>(null)
  const [isShown, setShown] = useState(false)

  useEffect(() => {
    const area = anchor.current
    if (!area) return
    let timer = 0
    const after = (ms: number, shown: boolean) => () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(() => setShown(shown), ms)
    }
    const onFocus = (event: FocusEvent): void => {
      if (event.target instanceof Element && event.target.matches(':focus-visible')) after(0, true)()
    }
    const stop = new AbortController()
    const { signal } = stop
    area.addEventListener('pointerover', after(SHOW_AFTER_MS, true), { signal })
    area.addEventListener('pointerout', after(HIDE_AFTER_MS, false), { signal })
    area.addEventListener('pointerdown', after(0, false), { signal })
    area.addEventListener('focusin', onFocus, { signal })
    area.addEventListener('focusout', after(0, false), { signal })
    return () => {
      window.clearTimeout(timer)
      stop.abort()
    }
  }, [])

  useEffect(() => {
    const target = anchor.current?.firstElementChild
    if (!isShown || !box.current || !target) return
    box.current.showPopover()
    placeElement(target, box.current, side, 6)
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setShown(false)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [isShown, side])

  // A name that repeats the tooltip needs no second reading.
  const describes = isShown && children.props['aria-label'] !== text
  return (
    <span ref={anchor} className={styles.anchor}>
      {cloneElement(children, describes ? { 'aria-describedby': id } : {})}
      {isShown ? (
        <span ref={box} id={id} role="tooltip" popover="manual" className={styles.tooltip}>
          {text}
        </span>
      ) : null}
    </span>
  )
}
