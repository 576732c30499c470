import { Check, Clock, TriangleAlert } from 'lucide-react'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import type { ClosingStepView } from '#shared/contract/reconciliation.ts'
import styles from '../closing.module.css'
import type { SetUrl } from '../url.ts'
import type { Closing } from './CloseTab.tsx'
import { OpenItem } from './OpenItem.tsx'

type Props = {
  step: ClosingStepView
  index: number
  month: string
  isOver: boolean
  /** Of the step that closes the month, once it is closed. */
  closed: Closing | null
  onChange: SetUrl
}

const MOST = 6
const tones = { done: 'ok', todo: 'info', attention: 'warn', waiting: 'neutral' } as const

export function StepItem({
  step: { step, state, done, total, open },
  index,
  month,
  isOver,
  closed,
  onChange,
}: Props) {
  const { t } = useText()
  const summary = useSummary({ step, done, total, isOver, closed })
  return (
    <li className={styles.step} data-state={state}>
      <span className={styles.mark} aria-hidden>
        {state === 'done' ? <Check size={15} strokeWidth={2.6} /> : null}
        {state === 'attention' ? <TriangleAlert size={14} /> : null}
        {state === 'waiting' ? <Clock size={14} /> : null}
        {state === 'todo' ? index + 1 : null}
      </span>
      <div className={styles.stepBody}>
        <div className={styles.stepHead}>
          <h2 className={styles.stepName}>{t(`closing.step.${step}`)}</h2>
          <Badge tone={tones[state]}>{t(`closing.state.${state}`)}</Badge>
        </div>
        {summary ? <p className={styles.soft}>{summary}</p> : null}
        {open.length > 0 && isOver ? (
          <ul className={styles.open}>
            {open.slice(0, MOST).map((item) => (
              <OpenItem
                key={`${item.code} ${item.id ?? item.subject} ${item.from}`}
                {...{ item, month, onChange }}
              />
            ))}
            {open.length > MOST ? (
              <li className={styles.soft}>{t('closing.more', { count: open.length - MOST })}</li>
            ) : null}
          </ul>
        ) : null}
      </div>
    </li>
  )
}

function useSummary({
  step,
  done,
  total,
  isOver,
  closed,
}: Pick<ClosingStepView, 'step' | 'done' | 'total'> & Pick<Props, 'isOver' | 'closed'>): string | null {
  const { t } = useText()
  const format = useFormat()
  if (closed?.closedAtMs) {
    const at = format.instant(closed.closedAtMs)
    return closed.closedBy
      ? t('closing.closedBy', { at, person: closed.closedBy })
      : t('closing.closedAt', { at })
  }
  if (step === 'rates') return isOver ? null : t('closing.sum.waitsMonth')
  if (total > 0) return t(`closing.sum.${step}`, { done, count: total })
  if (step === 'reconciled') return t('closing.sum.waitsCosts')
  return step === 'sent' ? t('closing.sum.waitsReports') : null
}
