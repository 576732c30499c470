import { useText } from '#renderer/i18n/use-text.ts'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import { type ReportBlock, reportFigures } from '#shared/contract/report-spec.ts'
import styles from './Settings.module.css'

type FiguresBlock = Extract<ReportBlock, { kind: 'figures' }>
type Props = { block: FiguresBlock; onChange: (block: FiguresBlock) => void }

const MOST = 6

/** One figure at least, six at most; they stand in the order in which they were chosen. */
export function FiguresFields({ block, onChange }: Props) {
  const { t } = useText()
  const { figures } = block
  return (
    <fieldset className={styles.checks}>
      <legend className={styles.legend}>{t('reportBuilder.figures')}</legend>
      <p className={styles.soft}>{t('reportBuilder.figuresHint')}</p>
      {reportFigures.map((figure) => {
        const isOn = figures.includes(figure)
        return (
          <Checkbox
            key={figure}
            label={t(`reportBuilder.figure.${figure}`)}
            value={isOn}
            isDisabled={isOn ? figures.length === 1 : figures.length >= MOST}
            onChange={(on) =>
              onChange({
                ...block,
                figures: on ? [...figures, figure] : figures.filter((one) => one !== figure),
              })
            }
          />
        )
      })}
    </fieldset>
  )
}
