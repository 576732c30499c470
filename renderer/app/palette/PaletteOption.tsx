import { Kbd } from '#renderer/ui/Kbd.tsx'
import styles from './CommandPalette.module.css'
import type { PaletteItem } from './use-palette-items.ts'

type Props = {
  id: string
  item: PaletteItem
  isActive: boolean
  /** The group's name above its first item. */
  caption: string | null
  onPoint: () => void
  onRun: () => void
}

/** The focus stays in the search box: the box tells screen readers which option is active. */
export function PaletteOption({ id, item, isActive, caption, onPoint, onRun }: Props) {
  const { icon: Icon, label, keys } = item
  return (
    <>
      {caption ? (
        <div className={styles.caption} aria-hidden>
          {caption}
        </div>
      ) : null}
      <button
        type="button"
        id={id}
        role="option"
        aria-selected={isActive}
        tabIndex={-1}
        className={styles.option}
        onPointerMove={onPoint}
        onClick={onRun}
      >
        <Icon size={17} strokeWidth={1.8} aria-hidden />
        <span className={styles.label}>{label}</span>
        <span className={styles.keys} aria-hidden>
          {keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
        </span>
      </button>
    </>
  )
}
