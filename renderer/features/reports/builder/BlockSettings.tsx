import { useText } from '#renderer/i18n/use-text.ts'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import type { ReportBlock } from '#shared/contract/report-spec.ts'
import type { Locale } from '#shared/lib/format-money.ts'
import type { DayRange } from '#shared/lib/period.ts'
import { ClientField } from './ClientField.tsx'
import { FiguresFields } from './FiguresFields.tsx'
import { HierarchyField } from './HierarchyField.tsx'
import { LimitField } from './LimitField.tsx'
import { PeopleFields } from './PeopleFields.tsx'
import styles from './Settings.module.css'
import { TextFields } from './TextFields.tsx'
import { ViewFields } from './ViewFields.tsx'

type Props = {
  block: ReportBlock
  documentLanguage: Locale
  period: DayRange
  onChange: (block: ReportBlock) => void
}

/** What can be set of the block at hand. */
export function BlockSettings({ block, documentLanguage, period, onChange }: Props) {
  const { t } = useText()
  return (
    <section className={styles.stack} aria-label={t('reportBuilder.settingsOf')}>
      <div>
        <h2 className={styles.title}>{t(`reportBuilder.kind.${block.kind}`)}</h2>
        <p className={styles.lead}>{t(`reportBuilder.kindText.${block.kind}`)}</p>
      </div>
      {block.kind !== 'title' && 'title' in block ? (
        <TextField
          label={t('reportBuilder.heading')}
          hint={t('reportBuilder.headingHint')}
          value={block.title}
          maxLength={300}
          onChange={(title) => onChange({ ...block, title })}
        />
      ) : null}
      <Own block={block} documentLanguage={documentLanguage} period={period} onChange={onChange} />
      {'limit' in block ? (
        <LimitField value={block.limit} onChange={(limit) => onChange({ ...block, limit })} />
      ) : null}
    </section>
  )
}

function Own({ block, documentLanguage, period, onChange }: Props) {
  const { t } = useText()
  switch (block.kind) {
    case 'title':
      return (
        <>
          <TextField
            label={t('reportBuilder.documentTitle')}
            value={block.title}
            maxLength={300}
            onChange={(title) => onChange({ ...block, title })}
          />
          <TextField
            label={t('reportBuilder.subtitle')}
            value={block.subtitle}
            maxLength={300}
            onChange={(subtitle) => onChange({ ...block, subtitle })}
          />
        </>
      )
    case 'text':
      return <TextFields block={block} documentLanguage={documentLanguage} onChange={onChange} />
    case 'figures':
      return <FiguresFields block={block} onChange={onChange} />
    case 'chart':
    case 'table':
    case 'pivot':
    case 'waterfall':
    case 'lines':
      return <ViewFields block={block} period={period} onChange={onChange} />
    case 'reconciliation':
      return (
        <Checkbox
          label={t('reportBuilder.isDetailed')}
          value={block.isDetailed}
          onChange={(isDetailed) => onChange({ ...block, isDetailed })}
        />
      )
    case 'showback':
      return (
        <>
          <HierarchyField
            value={block.hierarchyId}
            onChange={(hierarchyId) => onChange({ ...block, hierarchyId })}
          />
          <Checkbox
            label={t('reportBuilder.withServices')}
            value={block.isDetailed}
            onChange={(isDetailed) => onChange({ ...block, isDetailed })}
          />
        </>
      )
    case 'margins':
      return (
        <>
          <ClientField value={block.client} onChange={(client) => onChange({ ...block, client })} />
          <div>
            <Checkbox
              label={t('reportBuilder.hidesCost')}
              value={block.hidesCost}
              onChange={(hidesCost) => onChange({ ...block, hidesCost })}
            />
            <p className={styles.under}>{t('reportBuilder.hidesCostHint')}</p>
          </div>
        </>
      )
    case 'signatures':
      return <PeopleFields block={block} onChange={onChange} />
    case 'pageBreak':
      return <p className={styles.soft}>{t('reportBuilder.nothingToSet')}</p>
    default:
      return null
  }
}
