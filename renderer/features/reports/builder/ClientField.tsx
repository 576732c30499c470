import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Combobox } from '#renderer/ui/Combobox.tsx'
import styles from './Settings.module.css'

type Props = { value: string | null; onChange: (client: string | null) => void }

/** One of the clients that costs are given to; none chosen: all of them. */
export function ClientField({ value, onChange }: Props) {
  const { t } = useText()
  const tags = useCall('allocation.listTags', {})
  const tagId = tags.data?.items.find(({ kind }) => kind === 'client')?.id ?? null
  const values = useCall(
    'explorer.listValues',
    { dimension: `virtual:${tagId ?? ''}`, limit: 200 },
    { enabled: tagId !== null },
  )
  const known = tagId === null ? [] : (values.data?.items ?? []).map((item) => item.value)
  const names = value === null || known.includes(value) ? known : [value, ...known]
  return (
    <div className={styles.pick}>
      <p className={styles.caption}>{t('reportBuilder.client')}</p>
      <Combobox
        label={value === null ? t('reportBuilder.clientAll') : t('reportBuilder.client')}
        isLabelHidden
        value={value}
        options={names.map((name) => ({ value: name, label: name }))}
        onChange={onChange}
      />
    </div>
  )
}
