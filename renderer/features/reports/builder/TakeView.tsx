import { viewName } from '#renderer/app/costs/view-name.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Combobox } from '#renderer/ui/Combobox.tsx'
import { type ViewSpec, viewSpec } from '#shared/contract/costs.ts'
import styles from './Settings.module.css'

type Props = { onTake: (view: ViewSpec) => void }

/** A saved view gives the block all it has but its days: those are the report's. */
export function TakeView({ onTake }: Props) {
  const { t } = useText()
  const { data } = useCall('views.list', {})
  const items = (data?.items ?? []).toSorted((a, b) => Number(a.isBuiltIn) - Number(b.isBuiltIn))
  return (
    <div className={styles.pick}>
      <Combobox
        label={t('reportBuilder.takeView')}
        value={null}
        options={items.map((view) => ({
          value: view.id,
          label: viewName(view, t),
          group: t(view.isBuiltIn ? 'reportBuilder.readyViews' : 'reportBuilder.ownViews'),
        }))}
        onChange={(id) => {
          const found = items.find((view) => view.id === id)
          if (found) onTake(viewSpec.parse(found.spec))
        }}
      />
      <p className={styles.soft}>{t('reportBuilder.takeViewHint')}</p>
    </div>
  )
}
