import type { Answer, Section } from '#renderer/app/costs/chart/answer.ts'
import { type Figures, figuresOf } from '#renderer/app/costs/chart/view.ts'
import { rangeWords } from '#renderer/app/period/period-view.ts'
import { useSession } from '#renderer/app/use-session.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { CostDelta } from '../components/CostDelta.tsx'
import { whyNoChange } from './sections.ts'
import type { ViewTile } from './use-tile.ts'

type Props = {
  view: ViewTile
  answer: Answer
  section: Section | undefined
  others: readonly Section[]
  figures: Figures
}

/** The change, or why there is none; the days where they are the tile's own; and what counts in other currencies. */
export function NumberNote({ view, answer, section, others, figures }: Props) {
  const { t, language } = useText()
  const format = useFormat()
  const { today } = useSession()
  const { compared } = answer
  const before = section?.total.before ?? null
  const ratio = section?.total.changeRatio ?? null
  const why = section ? whyNoChange(answer, section, view.noFullDay, t) : view.noFullDay
  return (
    <>
      {view.tile.period === 'view' ? <span>{view.words}</span> : null}
      {ratio !== null && before !== null ? (
        <CostDelta change={ratio} title={t('dashboard.kpi.spendBefore', { amount: figures.exact(before) })} />
      ) : null}
      {ratio !== null && compared ? (
        <span>{t('period.against', { range: rangeWords(compared.from, compared.to, today, language) })}</span>
      ) : null}
      {why === null ? null : <span>{why}</span>}
      {others.length > 0 ? (
        <span>
          {t('dashboard.kpi.otherCurrencies', {
            list: others.map((one) => figuresOf(one, format, language).exact(one.total.total)).join(', '),
          })}
        </span>
      ) : null}
    </>
  )
}
