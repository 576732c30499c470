import { Search } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Kbd } from '#renderer/ui/Kbd.tsx'
import styles from './CommandPalette.module.css'
import { PaletteOption } from './PaletteOption.tsx'
import { matchCandidates } from './palette-match.ts'
import { type PaletteItem, usePaletteItems } from './use-palette-items.ts'

const GROUPS = ['pageActions', 'pages', 'actions', 'costs', 'reports'] as const

/** The found items in groups; a group stands where its best item would. */
function inGroups(items: readonly PaletteItem[], query: string): readonly PaletteItem[] {
  const order = query.trim() === '' ? GROUPS : [...new Set(items.map(({ group }) => group))]
  return order.flatMap((group) => items.filter((item) => item.group === group))
}

export function PaletteBody({ onDone }: { onDone: () => void }) {
  const { t } = useText()
  const id = useId()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const all = usePaletteItems()
  const found = inGroups(matchCandidates(all, query), query)
  const list = useRef<HTMLDivElement>(null)
  const active = found[Math.min(at, found.length - 1)]

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  })

  const run = (item: PaletteItem): void => {
    onDone()
    item.run()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && found.length > 0) {
      event.preventDefault()
      setAt((found.length + Math.min(at, found.length - 1) + step) % found.length)
    } else if (event.key === 'Enter' && active) {
      event.preventDefault()
      run(active)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      onDone()
    }
  }

  return (
    <>
      <div className={styles.head}>
        <Search size={18} aria-hidden className={styles.icon} />
        <input
          className={styles.input}
          role="combobox"
          aria-label={t('palette.title')}
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={active ? `${id}-${active.id}` : undefined}
          aria-autocomplete="list"
          placeholder={t('palette.placeholder')}
          value={query}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => {
            setQuery(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div
        id={`${id}-list`}
        ref={list}
        role="listbox"
        aria-label={t('palette.title')}
        className={styles.list}
      >
        {found.map((item, i) => (
          <PaletteOption
            key={item.id}
            id={`${id}-${item.id}`}
            item={item}
            isActive={item === active}
            caption={item.group === found[i - 1]?.group ? null : t(`palette.${item.group}`)}
            onPoint={() => setAt(i)}
            onRun={() => run(item)}
          />
        ))}
      </div>
      {found.length === 0 ? <p className={styles.nothing}>{t('palette.nothing', { query })}</p> : null}
      <p className="visually-hidden" role="status">
        {t('palette.found', { count: found.length })}
      </p>
      <footer className={styles.foot} aria-hidden>
        <span>
          <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t('palette.hintMove')}
        </span>
        <span>
          <Kbd>Enter</Kbd> {t('palette.hintRun')}
        </span>
        <span>
          <Kbd>Esc</Kbd> {t('palette.hintClose')}
        </span>
      </footer>
    </>
  )
}
