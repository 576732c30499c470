import { LoaderCircle, type LucideIcon } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import styles from './Button.module.css'
import { cx } from './cx.ts'

type ButtonProps = Omit<ComponentProps<'button'>, 'children'> & {
  variant?: 'primary' | 'secondary' | 'ghost' | 'danger'
  size?: 'md' | 'sm' | 'lg'
  icon?: LucideIcon
  /** Shows that work is under way and takes no second press, keeping the focus where it is. */
  isPending?: boolean
  /** Takes the focus when the dialog around it opens. */
  'data-focus-first'?: boolean
  children: ReactNode
}

export function Button({
  variant = 'secondary',
  size = 'md',
  icon: Icon,
  isPending = false,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={cx(styles.button, className)}
      data-variant={variant}
      data-size={size}
      aria-busy={isPending || undefined}
      aria-disabled={isPending || rest['aria-disabled']}
      onClick={(event) => {
        if (isPending) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {isPending ? (
        <LoaderCircle className={styles.spinner} size={16} aria-hidden />
      ) : Icon ? (
        <Icon size={16} strokeWidth={1.9} aria-hidden />
      ) : null}
      <span className={styles.label}>{children}</span>
    </button>
  )
}
