import { Search } from 'lucide-react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Select } from '#renderer/ui/Select.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import { comparable } from '../view.ts'
import styles from './ChangesBar.module.css'

type Patch = { connectionId?: string; before?: number; after?: number; search?: string }

type Props = {
  connections: readonly { id: string; name: string }[]
  connectionId: string
  /** Those that are compared now; 0 while none are. */
  beforeId: number
  afterId: number
  search: string
  onChange: (patch: Patch) => void
}

/** As many looks as one list can be chosen from. */
const MOST_LOOKS = 500

/** Which connection, and which two of its looks. */
export function ChangesBar({ connections, connectionId, beforeId, afterId, search, onChange }: Props) {
  const { t } = useText()
  const format = useFormat()
  const { data } = useCall('sync.listSnapshots', { connectionId, limit: MOST_LOOKS })
  const looks = comparable(data?.items ?? [])
  const options = looks.map((look) => ({
    value: String(look.id),
    label: format.instant(look.startedAtMs),
  }))
  const side = (name: 'before' | 'after', id: number, other: number) => (
    <Select
      label={t(`changes.${name}`)}
      value={String(id)}
      options={options.map((option) => ({ ...option, isDisabled: option.value === String(other) }))}
      isDisabled={looks.length < 2}
      onChange={(value) => onChange({ before: beforeId, after: afterId, [name]: Number(value) })}
    />
  )
  return (
    <search className={styles.bar}>
      <Select
        label={t('changes.connection')}
        value={connectionId}
        options={connections.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => onChange({ connectionId: id, before: 0, after: 0 })}
      />
      {looks.length < 2 ? null : (
        <>
          {side('before', beforeId, afterId)}
          {side('after', afterId, beforeId)}
        </>
      )}
      <div className={styles.search}>
        <TextField
          type="search"
          label={t('changes.searchLabel')}
          isLabelHidden
          icon={Search}
          placeholder={t('changes.search')}
          maxLength={200}
          value={search}
          onChange={(text) => onChange({ search: text })}
        />
      </div>
    </search>
  )
}
