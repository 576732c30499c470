import { useText } from '#renderer/i18n/use-text.ts'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { vatModes } from '#shared/contract/costs.ts'
import { type AllocationUrl, type SetUrl, showbackMetrics, showbackModes } from '../url.ts'
import styles from './showback.module.css'
import { byText, type ShowbackBy } from './view.ts'

type Props = {
  url: AllocationUrl
  onChange: SetUrl
  choices: readonly { by: ShowbackBy; name: string }[]
  chosen: { by: ShowbackBy; name: string }
}

/** By what, which costs, and who bears what nobody has. */
export function ShowbackControls({ url, onChange, choices, chosen }: Props) {
  const { t } = useText()
  return (
    <div className={styles.controls}>
      <div className={styles.fields}>
        <Select
          label={t('showback.by')}
          value={byText(chosen.by)}
          options={choices.map(({ by, name }) => ({
            value: byText(by),
            label: name,
            group: t('tagId' in by ? 'showback.byTags' : 'showback.byHierarchies'),
          }))}
          onChange={(by) => onChange({ by })}
        />
        <Select
          label={t('showback.metric')}
          value={url.metric}
          options={showbackMetrics.map((value) => ({ value, label: t(`showback.metric.${value}`) }))}
          onChange={(metric) => onChange({ metric })}
        />
        <Select
          label={t('showback.vat')}
          value={url.vat}
          options={vatModes.map((value) => ({ value, label: t(`showback.vat.${value}`) }))}
          onChange={(vat) => onChange({ vat })}
        />
      </div>
      <div className={styles.mode}>
        <Segmented
          label={t('showback.mode')}
          value={url.mode}
          options={showbackModes.map((value) => ({ value, label: t(`showback.mode.${value}`) }))}
          onChange={(mode) => onChange({ mode })}
        />
        <p className={styles.soft}>{t(`showback.modeText.${url.mode}`)}</p>
      </div>
    </div>
  )
}
