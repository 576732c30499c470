import { useEffect, useState } from 'react'
import { TextField } from '#renderer/ui/TextField.tsx'

type Props = {
  label: string
  isLabelHidden?: boolean
  value: string
  placeholder?: string | undefined
  hint?: string | undefined
  /** Read only: what is said is shown as it is. */
  isFixed: boolean
  maxLength: number
  /** False: it was not taken, and what stood there before comes back. */
  onSave: (value: string) => Promise<boolean>
}

/** A field that is saved when one leaves it or presses Enter; Escape takes back what was typed. */
export function SavedField({ value, isFixed, onSave, ...field }: Props) {
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  const save = async (): Promise<void> => {
    const said = typed.trim()
    if (said === value) return
    if (!(await onSave(said))) setTyped(value)
  }
  return (
    <TextField
      {...field}
      value={typed}
      onChange={setTyped}
      disabled={isFixed}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void save()
        if (event.key === 'Escape' && typed !== value) {
          event.stopPropagation()
          setTyped(value)
        }
      }}
    />
  )
}
