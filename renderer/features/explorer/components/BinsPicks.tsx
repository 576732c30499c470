import { useText } from '#renderer/i18n/use-text.ts'
import { Chip } from '#renderer/ui/Chip.tsx'
import { granularities, type ViewSpec } from '#shared/contract/costs.ts'
import { Pick } from './Pick.tsx'
import styles from './Strip.module.css'

type Props = {
  spec: ViewSpec
  /** A new question. */
  onStep: (patch: Partial<ViewSpec>) => void
  /** Another look at the same. */
  onLook: (patch: Partial<ViewSpec>) => void
}

const TOPS = ['5', '8', '10', '15', '20', '30', '50'] as const

/** How finely the answer is told: its step along the axis, and how many of its parts stand apart. */
export function BinsPicks({ spec, onStep, onLook }: Props) {
  const { t } = useText()
  const tops = TOPS.some((value) => value === String(spec.top)) ? TOPS : [...TOPS, String(spec.top)]
  return (
    <div className={styles.picks}>
      <Pick
        label={t('explorer.step')}
        value={spec.granularity}
        options={granularities.map((value) => ({ value, label: t(`costs.granularity.${value}`) }))}
        onChange={(granularity) => onStep({ granularity })}
      />
      <Pick
        label={t('explorer.top')}
        value={String(spec.top)}
        options={tops.map((value) => ({ value, label: value }))}
        onChange={(top) => onLook({ top: Number(top) })}
      />
      <Chip
        isPressed={spec.isCumulative}
        isDisabled={spec.granularity === 'total'}
        onPress={() => onStep({ isCumulative: !spec.isCumulative })}
      >
        {t('explorer.cumulative')}
      </Chip>
    </div>
  )
}
