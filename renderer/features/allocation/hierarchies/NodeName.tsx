import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import styles from './hierarchies.module.css'

/** A name being typed in its place. Enter or leaving keeps it, Escape does not; an empty one is none. */
export function NodeName({ name, onDone }: { name: string; onDone: (name: string | null) => void }) {
  const { t } = useText()
  const [typed, setTyped] = useState(name)
  const field = useRef<HTMLInputElement>(null)
  const isOver = useRef(false)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  const finish = (isKept: boolean): void => {
    if (isOver.current) return
    isOver.current = true
    const text = typed.trim()
    onDone(isKept && text !== '' ? text : null)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    finish(event.key === 'Enter')
  }
  return (
    <input
      ref={field}
      className={styles.nodeField}
      aria-label={t('hierarchies.nodeName')}
      maxLength={120}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => finish(true)}
    />
  )
}
