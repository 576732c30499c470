import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react'
import styles from './Tabs.module.css'
import { useScrollFrame } from './use-scroll-frame.ts'

type Tab<T extends string> = { id: T; label: string; count?: number | undefined }

type Props<T extends string> = {
  /** Names the row of tabs for screen readers. */
  label: string
  tabs: readonly Tab<T>[]
  value: T
  onChange: (id: T) => void
  /** On a page the panel grows with what it shows; in a drawer it scrolls by itself. */
  isPage?: boolean
  /** What the chosen tab shows. */
  children: ReactNode
}

/** One tab stop; arrows, Home and End choose, and what is chosen is shown at once. */
export function Tabs<T extends string>({ label, tabs, value, onChange, isPage = false, children }: Props<T>) {
  const id = useId()
  const row = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  useScrollFrame(frame, tabs.find((tab) => tab.id === value)?.label ?? label)
  const move = (event: KeyboardEvent): void => {
    const at = tabs.findIndex((tab) => tab.id === value)
    const to = targetOf(event.key, at, tabs.length)
    const next = to === null ? undefined : tabs[to]
    if (!next || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    onChange(next.id)
    row.current?.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus()
  }
  return (
    <div className={styles.tabs} data-page={isPage ? '' : undefined}>
      <div ref={row} className={styles.row} role="tablist" aria-label={label}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${id}-${tab.id}`}
            data-tab={tab.id}
            className={styles.tab}
            aria-selected={tab.id === value}
            aria-controls={`${id}-panel`}
            tabIndex={tab.id === value ? 0 : -1}
            onClick={() => onChange(tab.id)}
            onKeyDown={move}
          >
            {tab.label}
            {tab.count === undefined ? null : <span className={styles.count}>{tab.count}</span>}
          </button>
        ))}
      </div>
      <div className={styles.panel} role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${value}`}>
        <div ref={frame} key={value} className={styles.frame}>
          <div>{children}</div>
        </div>
      </div>
    </div>
  )
}

function targetOf(key: string, at: number, count: number): number | null {
  if (key === 'ArrowRight') return (at + 1) % count
  if (key === 'ArrowLeft') return (at - 1 + count) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}
