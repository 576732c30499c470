import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cx } from './cx.ts'
import styles from './IconButton.module.css'
import { Tooltip } from './Tooltip.tsx'

type Props = Omit<ComponentProps<'button'>, 'children'> & {
  icon: LucideIcon
  /** The name for screen readers, also shown as the tooltip. */
  label: string
  size?: 'md' | 'sm'
  hasTooltip?: boolean
}

export function IconButton({ icon: Icon, label, size = 'md', hasTooltip = true, className, ...rest }: Props) {
  const button = (
    <button
      type="button"
      {...rest}
      className={cx(styles.button, className)}
      data-size={size}
      aria-label={label}
    >
      <Icon size={size === 'sm' ? 15 : 17} strokeWidth={1.9} aria-hidden />
    </button>
  )
  return hasTooltip ? <Tooltip text={label}>{button}</Tooltip> : button
}
