import { type ReactNode, useEffect, useRef } from 'react'
import styles from './Checkbox.module.css'
import { cx } from './cx.ts'

type Props = {
  label: ReactNode
  /** The label stays for screen readers only: a column of boxes. */
  isLabelHidden?: boolean
  /** `mixed`: some of what it stands for. */
  value: boolean | 'mixed'
  onChange: (value: boolean, isShift: boolean) => void
  isDisabled?: boolean
  /** False inside a grid, whose own keys reach it. */
  isTabStop?: boolean
  className?: string | undefined
}

export function Checkbox({
  label,
  isLabelHidden = false,
  value,
  onChange,
  isDisabled = false,
  isTabStop = true,
  className,
}: Props) {
  const ref = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (ref.current) ref.current.indeterminate = value === 'mixed'
  }, [value])
  return (
    <label className={cx(styles.label, className)} data-disabled={isDisabled ? '' : undefined}>
      <input
        ref={ref}
        type="checkbox"
        className={styles.box}
        checked={value === true}
        disabled={isDisabled}
        tabIndex={isTabStop ? undefined : -1}
        onChange={(event) => {
          const native = event.nativeEvent
          onChange(event.target.checked, 'shiftKey' in native && native.shiftKey === true)
        }}
      />
      <span className={isLabelHidden ? 'visually-hidden' : styles.text}>{label}</span>
    </label>
  )
}
