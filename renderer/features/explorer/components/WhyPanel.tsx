import { Rows3 } from 'lucide-react'
import { differenceOf, directionOf, figuresOf } from '#renderer/app/costs/chart/view.ts'
import {
  type Explanation,
  explainSpec,
  type Reason,
  reasonKey,
  reasonsOf,
  whatOf,
  whyGroupings,
} from '#renderer/app/costs/chart/why.ts'
import { unitWords } from '#renderer/app/costs/unit-words.ts'
import { rangeWords } from '#renderer/app/period/period-view.ts'
import { useSession } from '#renderer/app/use-session.ts'
import type { Format } from '#renderer/i18n/format.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { ViewSpec } from '#shared/contract/costs.ts'
import { currencies } from '#shared/lib/currency.ts'
import type { PictureSlot } from '../use-chart-picture.ts'
import { WaterfallChart } from './WaterfallChart.tsx'
import styles from './WhyPanel.module.css'

type Props = {
  spec: ViewSpec
  unit: string
  picture: PictureSlot
  /** The lines behind a reason. */
  onLines: (reason: Reason, explanation: Explanation) => void
}

const MOST = 12

/** Why the sum differs: as a picture that adds up, and as sentences with their lines behind them. */
export function WhyPanel({ spec, unit, picture, onLines }: Props) {
  const { t, language } = useText()
  const format = useFormat()
  const { today } = useSession()
  const currency = currencies.find((each) => each === unit)
  const ask = (groupBy: Parameters<typeof explainSpec>[1]) => ({
    spec: explainSpec(spec, groupBy),
    ...(currency ? { unit: currency } : {}),
  })
  const prices = useCall('explorer.explain', ask(whyGroupings.prices))
  const things = useCall('explorer.explain', ask(whyGroupings.things))
  if (prices.error && !prices.data)
    return <ErrorBanner error={prices.error} onRetry={() => void prices.refetch()} />
  const answer = prices.data
  if (!answer)
    return (
      <div aria-busy="true">
        <Skeleton height={320} radius={8} />
      </div>
    )
  if (answer.compared === null || answer.unit === null)
    return <p className={styles.none}>{t('explorer.whyNothing')}</p>
  const figures = figuresOf({ unit: answer.unit, isCurrency: true }, format, language)
  const change = differenceOf(answer.after, answer.before)
  const reasons = reasonsOf(
    { answer, groupBy: whyGroupings.prices },
    things.data ? { answer: things.data, groupBy: whyGroupings.things } : null,
  )
  const lead = t(`explorer.whyLead.${directionOf(change)}`, {
    amount: figures.exact(change.replace(/^-/, '')),
    before: figures.exact(answer.before),
    after: figures.exact(answer.after),
    range: rangeWords(answer.compared.from, answer.compared.to, today, language),
  })
  return (
    <div className={styles.panel} data-stale={prices.isPlaceholderData ? '' : undefined}>
      <p className={styles.lead}>{lead}</p>
      <WaterfallChart answer={answer} figures={figures} lead={lead} picture={picture} />
      {reasons.length === 0 ? null : (
        <ol className={styles.reasons} aria-label={t('explorer.reasons')}>
          {reasons.slice(0, MOST).map((reason) => (
            <ReasonLine
              key={reason.id}
              reason={reason}
              figures={figures}
              onLines={() => onLines(reason, answer)}
            />
          ))}
        </ol>
      )}
      {reasons.length > MOST ? (
        <p className={styles.none}>{t('explorer.reasonsMore', { count: reasons.length - MOST })}</p>
      ) : null}
    </div>
  )
}

type LineProps = { reason: Reason; figures: ReturnType<typeof figuresOf>; onLines: () => void }

function ReasonLine({ reason, figures, onLines }: LineProps) {
  const { t, language } = useText()
  const format = useFormat()
  const { today } = useSession()
  const { kind, item } = reason
  const what = whatOf(reason, t, language)
  const since =
    item.since === null
      ? ''
      : t('explorer.since', { day: rangeWords(item.since, item.since, today, language) })
  const fromTo =
    item.from === null || item.to === null
      ? ''
      : t(
          'explorer.fromTo',
          fromToWords(kind, item.from, item.to, unitWords(item.unit ?? '', language), figures, format),
        )
  const sentence = `${t(reasonKey(kind, item.amount), { what })}${since}${fromTo}`
  const way = directionOf(item.amount)
  return (
    <li className={styles.reason}>
      <data value={item.amount} className={styles.amount} data-tone={way === 'down' ? 'good' : 'bad'}>
        {figures.whole(item.amount, { sign: true })}
      </data>
      <span className={styles.words}>{sentence}</span>
      <Button
        size="sm"
        variant="ghost"
        icon={Rows3}
        aria-label={t('explorer.linesOf', { what: sentence })}
        onClick={onLines}
      >
        {t('explorer.lines')}
      </Button>
    </li>
  )
}

type Figures = ReturnType<typeof figuresOf>

/** What was and is: a price for a unit, a share that is not paid, a rate, or how much there is. */
function fromToWords(
  kind: Reason['kind'],
  from: string,
  to: string,
  unit: string,
  figures: Figures,
  format: Format,
): { from: string; to: string } {
  if (kind === 'discount') return { from: format.percent(from), to: format.percent(to) }
  if (kind === 'rate') return { from: format.number(from, 4), to: format.number(to, 4) }
  if (kind === 'price') {
    const per = unit === '' ? '' : `/${unit}`
    // Prices of a unit go far below a kopeck.
    const isFine = [from, to].some((price) => Math.abs(Number(price)) < 1)
    const text = (price: string): string =>
      isFine ? `${format.number(price, 6)}\u00A0${figures.unit}` : figures.exact(price)
    return { from: text(from), to: `${text(to)}${per}` }
  }
  const text = (quantity: string): string =>
    unit === '' ? format.number(quantity, 2) : `${format.number(quantity, 2)}\u00A0${unit}`
  return { from: text(from), to: text(to) }
}
