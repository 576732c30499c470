import { ChevronRight } from 'lucide-react'
import { type ReactNode, useId, useLayoutEffect, useState } from 'react'
import styles from './Disclosure.module.css'

type Props = {
  label: ReactNode
  /** Beside the label, in sight whether open or not. */
  note?: ReactNode
  /** Unfolds it whenever it turns true: something in it has to be seen. */
  isNeeded?: boolean
  children: ReactNode
}

/** More, for those who ask for it. What is folded away is not drawn. */
export function Disclosure({ label, note, isNeeded = false, children }: Props) {
  const id = useId()
  const [isOpen, setOpen] = useState(isNeeded)
  useLayoutEffect(() => {
    if (isNeeded) setOpen(true)
  }, [isNeeded])
  return (
    <div className={styles.disclosure}>
      <button
        type="button"
        className={styles.button}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <ChevronRight size={15} strokeWidth={2} aria-hidden className={styles.arrow} />
        <span className={styles.label}>{label}</span>
        {note ? <span className={styles.note}>{note}</span> : null}
      </button>
      <div id={id} className={styles.body} hidden={!isOpen}>
        {isOpen ? children : null}
      </div>
    </div>
  )
}
