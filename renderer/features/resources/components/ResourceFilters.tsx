import { Search, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import type { CallOutput } from '#shared/contract/index.ts'
import {
  type ResourceStatus,
  type ResourceType,
  resourceStatuses,
  resourceTypes,
} from '#shared/contract/resources.ts'
import styles from './ResourceFilters.module.css'

type Facets = CallOutput<'resources.list'>['facets']

type Chosen = {
  search: string
  id: number
  connectionId: string | null
  type: ResourceType | null
  status: ResourceStatus | null
  service: string | null
}

type Props = {
  url: Chosen
  facets: Facets | undefined
  /** The name of the one resource that the list is cut down to, when it is among the rows. */
  one: string | undefined
  isFiltered: boolean
  onChange: (patch: Partial<Chosen>) => void
  onReset: () => void
}

export function ResourceFilters({ url, facets, one, isFiltered, onChange, onReset }: Props) {
  const { t } = useText()
  const search = useSlashFocus()
  const options = (
    facet: keyof Facets,
    chosen: string | null,
    name: (value: string, label: string) => string,
  ) => {
    const known = facets?.[facet] ?? []
    const isKnown = chosen === null || known.some((entry) => entry.value === chosen)
    return [
      { value: '', label: t(`resources.any.${facet}`) },
      ...(isKnown ? [] : [{ value: chosen, label: name(chosen, chosen) }]),
      ...known.map((entry) => ({
        value: entry.value,
        label: `${name(entry.value, entry.label)} (${entry.count})`,
      })),
    ]
  }
  const isType = (value: string): value is ResourceType => resourceTypes.some((type) => type === value)
  const isStatus = (value: string): value is ResourceStatus =>
    resourceStatuses.some((status) => status === value)
  return (
    <search className={styles.bar}>
      <div className={styles.search} ref={search}>
        <TextField
          type="search"
          label={t('resources.searchLabel')}
          isLabelHidden
          icon={Search}
          placeholder={t('resources.search')}
          value={url.search}
          maxLength={200}
          onChange={(text) => onChange({ search: text })}
          aria-keyshortcuts="/"
        />
      </div>
      {url.id === 0 ? null : (
        <Button className={styles.one} onClick={() => onChange({ id: 0 })}>
          <span className={styles.oneName}>
            {one === undefined ? t('resources.oneUnnamed') : t('resources.one', { name: one })}
          </span>
          <X size={15} role="img" aria-label={t('resources.oneRemove')} />
        </Button>
      )}
      <div className={styles.selects}>
        <Select
          label={t('resources.connection')}
          isLabelHidden
          value={url.connectionId ?? ''}
          options={options('connection', url.connectionId, (_, label) => label)}
          onChange={(value) => onChange({ connectionId: value === '' ? null : value })}
        />
        <Select
          label={t('resources.service')}
          isLabelHidden
          value={url.service ?? ''}
          options={options('service', url.service, (_, label) => label)}
          onChange={(value) => onChange({ service: value === '' ? null : value })}
        />
        <Select
          label={t('resources.type')}
          isLabelHidden
          value={url.type ?? ''}
          options={options('type', url.type, (value, label) =>
            isType(value) ? t(`resources.type.${value}`) : label,
          )}
          onChange={(value) => onChange({ type: isType(value) ? value : null })}
        />
        <Select
          label={t('resources.status')}
          isLabelHidden
          value={url.status ?? ''}
          options={options('status', url.status, (value, label) =>
            isStatus(value) ? t(`resources.status.${value}`) : label,
          )}
          onChange={(value) => onChange({ status: isStatus(value) ? value : null })}
        />
        {isFiltered ? (
          <Button variant="ghost" icon={X} onClick={onReset}>
            {t('resources.reset')}
          </Button>
        ) : null}
      </div>
    </search>
  )
}

/** "/" goes to the search box from anywhere on the page where nothing is being typed. */
function useSlashFocus() {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const target = event.target as HTMLElement | null
      const isTyping = target?.closest('input, textarea, select, [contenteditable]') !== null
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      box.current?.querySelector('input')?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return box
}
