import { Bookmark, BookmarkPlus, Check, Trash2 } from 'lucide-react'
import { type FormEvent, useCallback, useId, useRef, useState } from 'react'
import { useSession } from '#renderer/app/use-session.ts'
import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { useCommand } from '#renderer/transport/use-command.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Popover } from '#renderer/ui/Popover.tsx'
import list from '#renderer/ui/saved-list.module.css'
import { TextField } from '#renderer/ui/TextField.tsx'
import { isGranted } from '#shared/contract/permissions.ts'
import { filterOf, filterText, type ResourceUrl, urlOf } from '../url.ts'
import styles from './SavedFilters.module.css'

type Props = {
  url: ResourceUrl
  isFiltered: boolean
  onChange: (patch: Partial<ResourceUrl>) => void
}

/** Filters that somebody in the organisation has named: to apply, to add, to take away. */
export function SavedFilters({ url, isFiltered, onChange }: Props) {
  const { t } = useText()
  const id = useId()
  const anchor = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  const { data } = useCall('filters.list', {})
  const now = filterText(filterOf(url))
  const current = isFiltered ? data?.items.find(({ filter }) => filterText(filter) === now) : undefined
  return (
    <>
      <Button
        ref={anchor}
        icon={Bookmark}
        className={styles.button}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen((was) => !was)}
      >
        <span className={styles.current}>{current?.name ?? t('resources.filters')}</span>
      </Button>
      <Popover
        anchor={anchor}
        isOpen={isOpen}
        onClose={close}
        label={t('resources.filters')}
        side="bottom-end"
        id={id}
      >
        <FilterList
          url={url}
          isFiltered={isFiltered}
          currentId={current?.id}
          items={data?.items ?? []}
          onApply={(patch) => {
            close()
            anchor.current?.focus()
            onChange(patch)
          }}
        />
      </Popover>
    </>
  )
}

type Items = readonly { id: string; name: string; filter: ReturnType<typeof filterOf>; byName: string }[]

type ListProps = {
  url: ResourceUrl
  isFiltered: boolean
  currentId: string | undefined
  items: Items
  onApply: (patch: Partial<ResourceUrl>) => void
}

function FilterList({ url, isFiltered, currentId, items, onApply }: ListProps) {
  const { t } = useText()
  const session = useSession()
  const tell = useTell()
  const add = useCommand('filters.add')
  const remove = useCommand('filters.remove')
  const [name, setName] = useState('')
  const canWrite = isGranted(session.role, 'data.write')
  const save = (event: FormEvent): void => {
    event.preventDefault()
    if (name.trim() === '' || add.isPending) return
    add.mutate(
      { name, filter: filterOf(url) },
      {
        onSuccess: () => {
          setName('')
          tell.done(t('resources.filterSaved', { name: name.trim() }))
        },
        onError: tell.failed,
      },
    )
  }
  return (
    <div className={styles.box}>
      {items.length === 0 ? <p className={styles.none}>{t('resources.filtersNone')}</p> : null}
      <ul className={styles.list}>
        {items.map((item) => (
          <li key={item.id} className={list.item}>
            <button
              type="button"
              className={list.apply}
              aria-pressed={item.id === currentId}
              title={t('resources.filterBy', { name: item.byName })}
              onClick={() => onApply(urlOf(item.filter))}
            >
              <span className={list.name}>{item.name}</span>
              {item.id === currentId ? <Check size={15} aria-hidden /> : null}
            </button>
            {canWrite ? (
              <IconButton
                icon={Trash2}
                size="sm"
                hasTooltip={false}
                label={t('resources.filterRemove', { name: item.name })}
                onClick={() => remove.mutate({ id: item.id }, { onError: tell.failed })}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {canWrite && isFiltered ? (
        <form className={list.form} onSubmit={save}>
          <TextField
            label={t('resources.filterName')}
            value={name}
            maxLength={120}
            onChange={setName}
            placeholder={t('resources.filterExample')}
          />
          <Button type="submit" icon={BookmarkPlus} isPending={add.isPending} disabled={name.trim() === ''}>
            {t('resources.filterSave')}
          </Button>
        </form>
      ) : null}
      {canWrite && !isFiltered ? <p className={styles.hint}>{t('resources.filterFirst')}</p> : null}
    </div>
  )
}
