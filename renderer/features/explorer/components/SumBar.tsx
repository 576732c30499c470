import { CircleHelp } from 'lucide-react'
import type { ReactNode } from 'react'
import { type Answer, hasBefore, type Section } from '#renderer/app/costs/chart/answer.ts'
import { differenceOf, directionOf, figuresOf } from '#renderer/app/costs/chart/view.ts'
import { rangeWords } from '#renderer/app/period/period-view.ts'
import { RateNote } from '#renderer/app/rates/RateNote.tsx'
import { useSession } from '#renderer/app/use-session.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Delta } from '#renderer/ui/Delta.tsx'
import type { ViewSpec } from '#shared/contract/costs.ts'
import styles from './SumBar.module.css'

type Props = {
  answer: Answer
  spec: ViewSpec
  unit: string
  onUnit: (unit: string) => void
  /** What else is asked of the figures: how finely they are told. */
  picks: ReactNode
  /** Null: there is nothing to explain. */
  onWhy: (() => void) | null
}

/** What it comes to and how that differs; currencies stand side by side and never add up. */
export function SumBar({ answer, spec, unit, onUnit, picks, onWhy }: Props) {
  const { t } = useText()
  const isMany = answer.sections.length > 1
  return (
    <div className={styles.bar}>
      <ul className={styles.sums} aria-label={t(isMany ? 'explorer.units' : 'explorer.total')}>
        {answer.sections.map((section) => (
          <li key={section.unit}>
            {isMany ? (
              <button
                type="button"
                className={styles.sum}
                aria-pressed={section.unit === unit}
                onClick={() => onUnit(section.unit)}
              >
                <Sum section={section} answer={answer} spec={spec} />
              </button>
            ) : (
              <div className={styles.sum}>
                <Sum section={section} answer={answer} spec={spec} />
              </div>
            )}
          </li>
        ))}
      </ul>
      <span className={styles.grow} />
      {picks}
      {onWhy ? (
        <Button size="sm" icon={CircleHelp} aria-keyshortcuts="w" onClick={onWhy}>
          {t('explorer.why')}
        </Button>
      ) : null}
      {/* What has no rate is told above, with the other things that the answer leaves out. */}
      {answer.converted ? (
        <div className={styles.rates}>
          <RateNote converted={{ ...answer.converted, billed: null, missing: [] }} />
        </div>
      ) : null}
    </div>
  )
}

function Sum({ section, answer, spec }: { section: Section; answer: Answer; spec: ViewSpec }) {
  const { t, language } = useText()
  const format = useFormat()
  const { today } = useSession()
  const figures = figuresOf(section, format, language)
  const { total, before, changeRatio } = section.total
  const change = before === null || !hasBefore(section) ? null : differenceOf(total, before)
  return (
    <>
      <data value={total} className={styles.figure}>
        {figures.exact(total)}
      </data>
      {change === null || before === null ? null : (
        <span className={styles.change}>
          <Delta direction={directionOf(change)}>
            <span>
              {figures.exact(change, { sign: true })}
              {changeRatio === null ? '' : ` (${format.percent(changeRatio, { sign: true })})`}
            </span>
          </Delta>
          <span className={styles.soft}>
            {spec.comparison === 'budget'
              ? t('explorer.ofBudget', { amount: figures.exact(before) })
              : answer.compared
                ? t('explorer.ofBefore', {
                    amount: figures.exact(before),
                    range: rangeWords(answer.compared.from, answer.compared.to, today, language),
                  })
                : null}
          </span>
        </span>
      )}
    </>
  )
}
