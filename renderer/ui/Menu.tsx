import { Check, type LucideIcon } from 'lucide-react'
import { Fragment, type ReactNode, type RefObject, useCallback, useId, useRef, useState } from 'react'
import styles from './Menu.module.css'
import { moveInMenu } from './move-in-menu.ts'
import { Popover } from './Popover.tsx'
import type { Side } from './place.ts'

type MenuItem = {
  id: string
  label: string
  icon?: LucideIcon
  hint?: string
  isChecked?: boolean
  isDanger?: boolean
  run: () => void
}
export type MenuSection = { id: string; label?: string; items: readonly MenuItem[] }

type MenuTriggerProps = {
  ref: RefObject<HTMLButtonElement | null>
  'aria-haspopup': 'menu'
  'aria-expanded': boolean
  'aria-controls': string
  onClick: () => void
}

type Props = {
  label: string
  sections: readonly MenuSection[]
  side?: Side
  header?: ReactNode
  /** The button that opens it. */
  trigger: (props: MenuTriggerProps) => ReactNode
}

export function Menu({ label, sections, side = 'bottom-end', header, trigger }: Props) {
  const id = useId()
  const anchor = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  const run = (item: MenuItem): void => {
    close()
    anchor.current?.focus()
    item.run()
  }
  return (
    <>
      {trigger({
        ref: anchor,
        'aria-haspopup': 'menu',
        'aria-expanded': isOpen,
        'aria-controls': id,
        onClick: () => setOpen((open) => !open),
      })}
      <Popover anchor={anchor} isOpen={isOpen} onClose={close} label={label} side={side} role="menu" id={id}>
        {header ? <div className={styles.header}>{header}</div> : null}
        {sections.map((section, index) => (
          <Fragment key={section.id}>
            {index > 0 || header ? <hr className={styles.rule} /> : null}
            {section.label ? <p className={styles.caption}>{section.label}</p> : null}
            {section.items.map((item) => (
              <Item key={item.id} item={item} onRun={run} />
            ))}
          </Fragment>
        ))}
      </Popover>
    </>
  )
}

const roleOf = ({ isChecked }: MenuItem) =>
  isChecked === undefined
    ? ({ role: 'menuitem' } as const)
    : ({ role: 'menuitemradio', 'aria-checked': isChecked } as const)

function Item({ item, onRun }: { item: MenuItem; onRun: (item: MenuItem) => void }) {
  const Icon = item.icon
  return (
    <button
      type="button"
      {...roleOf(item)}
      tabIndex={-1}
      className={styles.item}
      data-danger={item.isDanger ? '' : undefined}
      onClick={() => onRun(item)}
      onKeyDown={moveInMenu}
    >
      {Icon ? <Icon size={16} aria-hidden /> : null}
      <span className={styles.label}>{item.label}</span>
      {item.hint ? <span className={styles.hint}>{item.hint}</span> : null}
      {item.isChecked ? <Check size={15} aria-hidden /> : null}
    </button>
  )
}
