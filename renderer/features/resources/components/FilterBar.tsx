import { Search, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Chip } from '#renderer/ui/Chip.tsx'
import { Combobox } from '#renderer/ui/Combobox.tsx'
import { cx } from '#renderer/ui/cx.ts'
import { RangeFields } from '#renderer/ui/RangeFields.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import type { CallOutput } from '#shared/contract/index.ts'
import { nothingChosen, type ResourceUrl } from '../url.ts'
import { useFilterFields } from '../use-filter-fields.ts'
import { useSlashFocus } from '../use-slash-focus.ts'
import styles from './FilterBar.module.css'
import { SavedFilters } from './SavedFilters.tsx'

type Facets = CallOutput<'resources.list'>['facets']

type Props = {
  url: ResourceUrl
  facets: Facets | undefined
  /** The name of the only resource that is asked for, when it is known. */
  one: string | undefined
  currency: string
  isFiltered: boolean
  /** How the list is shown, at the end of the first line. */
  view: ReactNode
  onChange: (patch: Partial<ResourceUrl>) => void
}

export function FilterBar({ url, facets, one, currency, isFiltered, view, onChange }: Props) {
  const { t } = useText()
  const format = useFormat()
  const search = useSlashFocus()
  const fields = useFilterFields(url, facets)
  const amount = (text: string): string => format.moneyWhole({ amount: text, currency })
  const { costFrom: from, costTo: to } = url
  const costLabel =
    from !== null && to !== null
      ? t('resources.costBetween', { from: amount(from), to: amount(to) })
      : from !== null
        ? t('resources.costFrom', { from: amount(from) })
        : t('resources.costTo', { to: amount(to ?? '0') })
  return (
    <search className={styles.bar}>
      <div className={styles.line}>
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
        <SavedFilters url={url} isFiltered={isFiltered} onChange={onChange} />
        {view}
      </div>
      <div className={cx(styles.line, styles.filters)}>
        {url.id === 0 ? null : (
          <Button size="sm" className={styles.one} onClick={() => onChange({ id: 0 })}>
            <span className={styles.oneName}>
              {one === undefined ? t('resources.oneUnnamed') : t('resources.one', { name: one })}
            </span>
            <X size={15} role="img" aria-label={t('resources.oneRemove')} />
          </Button>
        )}
        {fields.map(({ name, options, value, set }) => (
          <Combobox
            key={name}
            label={t(`resources.by.${name}`)}
            value={value}
            options={options}
            onChange={(next) => onChange(set(next))}
          />
        ))}
        <RangeFields
          label={t('resources.by.cost')}
          value={{ from, to }}
          valueLabel={costLabel}
          onChange={(range) => onChange({ costFrom: range.from, costTo: range.to })}
        />
        <Chip isPressed={url.present} onPress={() => onChange({ present: !url.present })}>
          {t('resources.hideGone')}
        </Chip>
        {isFiltered ? (
          <Button size="sm" variant="ghost" icon={X} onClick={() => onChange(nothingChosen)}>
            {t('resources.reset')}
          </Button>
        ) : null}
      </div>
    </search>
  )
}
