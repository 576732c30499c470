import { Bookmark, BookmarkPlus, Check, Trash2, Ungroup, X } from 'lucide-react'
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
import type { ViewSpec } from '#shared/contract/costs.ts'
import { isGranted } from '#shared/contract/permissions.ts'
import { bothOf } from '#shared/lib/group-where.ts'
import styles from './CostFilters.module.css'

type Filtered = Pick<ViewSpec, 'where' | 'filterId'>
type Props = { spec: Filtered; onChange: (patch: Partial<Filtered>) => void }

/** A filter that has a name holds besides what is written here; all views that use it change with it. */
export function CostFilters({ spec, onChange }: Props) {
  const { t } = useText()
  const id = useId()
  const anchor = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const close = useCallback(() => setOpen(false), [])
  const { data } = useCall('costFilters.list', {})
  const current = data?.items.find((item) => item.id === spec.filterId)
  return (
    <>
      <Button
        ref={anchor}
        size="sm"
        variant="ghost"
        icon={Bookmark}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen((was) => !was)}
      >
        {current?.name ?? t('explorer.filters')}
      </Button>
      {spec.filterId === null ? null : (
        <IconButton
          icon={X}
          size="sm"
          hasTooltip={false}
          label={t('common.clearOf', { name: current?.name ?? t('explorer.filters') })}
          onClick={() => onChange({ filterId: null })}
        />
      )}
      <Popover anchor={anchor} isOpen={isOpen} onClose={close} label={t('explorer.filters')} id={id}>
        <FilterList
          spec={spec}
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

function FilterList({ spec, onApply }: { spec: Filtered; onApply: Props['onChange'] }) {
  const { t } = useText()
  const session = useSession()
  const tell = useTell()
  const { data } = useCall('costFilters.list', {})
  const add = useCommand('costFilters.add')
  const update = useCommand('costFilters.update')
  const remove = useCommand('costFilters.remove')
  const [name, setName] = useState('')
  const canWrite = isGranted(session.role, 'data.write')
  const items = data?.items ?? []
  const taken = items.find((item) => item.name.toLowerCase() === name.trim().toLowerCase())
  // What was written has a name now: it stands in the view by that.
  const saved = (id: string): void => {
    tell.done(t('explorer.filterSaved', { name: name.trim() }))
    onApply({ filterId: id, where: [] })
  }
  const save = (event: FormEvent): void => {
    event.preventDefault()
    if (name.trim() === '' || add.isPending || update.isPending) return
    const { where } = spec
    if (taken)
      update.mutate({ id: taken.id, where }, { onSuccess: () => saved(taken.id), onError: tell.failed })
    else add.mutate({ name, where }, { onSuccess: ({ id }) => saved(id), onError: tell.failed })
  }
  return (
    <div className={styles.box}>
      {items.length === 0 ? <p className={styles.soft}>{t('explorer.filtersNone')}</p> : null}
      <ul>
        {items.map((item) => (
          <li key={item.id} className={list.item}>
            <button
              type="button"
              className={list.apply}
              aria-pressed={item.id === spec.filterId}
              title={t('explorer.filterBy', { name: item.byName })}
              onClick={() => onApply({ filterId: item.id === spec.filterId ? null : item.id })}
            >
              <span className={list.name}>{item.name}</span>
              {item.id === spec.filterId ? <Check size={15} aria-hidden /> : null}
            </button>
            <IconButton
              icon={Ungroup}
              size="sm"
              hasTooltip={false}
              label={t('explorer.filterUnfold', { name: item.name })}
              title={t('explorer.filterUnfold', { name: item.name })}
              onClick={() => onApply({ filterId: null, where: bothOf(item.where, spec.where) })}
            />
            {canWrite ? (
              <IconButton
                icon={Trash2}
                size="sm"
                hasTooltip={false}
                label={t('explorer.filterRemove', { name: item.name })}
                onClick={() => remove.mutate({ id: item.id }, { onError: tell.failed })}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {!canWrite ? null : spec.where.length > 0 ? (
        <form className={list.form} onSubmit={save}>
          <TextField label={t('explorer.filterName')} value={name} maxLength={120} onChange={setName} />
          <Button
            type="submit"
            icon={BookmarkPlus}
            isPending={add.isPending || update.isPending}
            disabled={name.trim() === ''}
          >
            {t(taken ? 'explorer.filterReplace' : 'explorer.filterSave')}
          </Button>
        </form>
      ) : (
        <p className={styles.soft}>{t('explorer.filterFirst')}</p>
      )}
    </div>
  )
}
