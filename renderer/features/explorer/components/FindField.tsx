import { Search } from 'lucide-react'
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { useSettled } from '#renderer/app/costs/use-settled.ts'
import { TextField } from '#renderer/ui/TextField.tsx'
import styles from './ExplorerBody.module.css'

export type FindHandle = {
  focus: () => void
  /** Letters that were typed elsewhere and are meant for it. */
  type: (text: string) => void
}

type Props = {
  ref?: Ref<FindHandle>
  label: string
  placeholder: string
  value: string
  /** Told where typing rests. */
  onChange: (value: string) => void
  /** Down to what was found. */
  onDown: () => void
}

/** Letters come faster than tables are drawn: while they do, nothing but this field is. */
const REST_MS = 180

export function FindField({ ref, label, placeholder, value, onChange, onDown }: Props) {
  const [typed, setTyped] = useState(value)
  const settled = useSettled(typed, REST_MS)
  const box = useRef<HTMLDivElement>(null)
  const told = useRef(value)
  const tell = useRef(onChange)
  tell.current = onChange
  // The address may change by itself: a step down seeks nothing, a step back what was sought before.
  useEffect(() => {
    if (value === told.current) return
    told.current = value
    setTyped(value)
  }, [value])
  useEffect(() => {
    if (settled === told.current) return
    told.current = settled
    tell.current(settled)
  }, [settled])
  useImperativeHandle(ref, () => {
    const focus = (): void => box.current?.querySelector('input')?.focus()
    return {
      focus,
      type: (text) => {
        focus()
        setTyped((now) => now + text)
      },
    }
  })
  return (
    <div ref={box} className={styles.find}>
      <TextField
        type="search"
        label={label}
        isLabelHidden
        icon={Search}
        placeholder={placeholder}
        maxLength={200}
        value={typed}
        onChange={setTyped}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
          event.preventDefault()
          onDown()
        }}
      />
    </div>
  )
}
