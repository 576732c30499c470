import { ChartNoAxesColumn } from 'lucide-react'
import type { Answer, Section } from '#renderer/app/costs/chart/answer.ts'
import { differenceOf, directionOf, figuresOf } from '#renderer/app/costs/chart/view.ts'
import { rangeWords } from '#renderer/app/period/period-view.ts'
import { useSession } from '#renderer/app/use-session.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Delta } from '#renderer/ui/Delta.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import type { CostDimension, ViewSpec } from '#shared/contract/costs.ts'
import { ListSkeleton } from '../components/ListSkeleton.tsx'
import { Panel } from '../components/Panel.tsx'
import ranks from '../components/ranks.module.css'
import { ShareBar } from '../components/ShareBar.tsx'
import { capitalised, changeWidth } from '../view.ts'
import { CutSelect } from './CutSelect.tsx'
import { RankList } from './RankList.tsx'
import { tileRow, topMovers } from './rows.ts'
import { whyNoChange } from './sections.ts'
import { TileTitle } from './TileTitle.tsx'
import { useAnswer } from './use-answer.ts'
import { useKnown } from './use-known.ts'
import type { ViewTile } from './use-tile.ts'

type Props = {
  view: ViewTile
  own: readonly CostDimension[]
  onCut: (cut: CostDimension | null) => void
}

const ROWS = 7

/** What rose and fell most against the days before. */
export function MoversTile({ view, own, onCut }: Props) {
  const { t, language } = useText()
  const { today } = useSession()
  const { title, href, words, noFullDay } = view
  const comparison = view.spec.comparison === 'lastYear' ? 'lastYear' : 'previous'
  const spec: ViewSpec = { ...view.spec, granularity: 'total', isCumulative: false, comparison }
  const query = useAnswer(spec)
  const [first] = query.data?.sections ?? []
  const compared = first && first.total.changeRatio !== null ? query.data?.compared : null
  const against = compared ? rangeWords(compared.from, compared.to, today, language) : null
  return (
    <Panel
      title={<TileTitle title={title} href={href} />}
      subtitle={against === null ? words : `${words}, ${t('period.against', { range: against })}`}
      query={query}
      padding="none"
      skeleton={<ListSkeleton rows={ROWS} height={46} inset />}
      actions={<CutSelect title={title} spec={view.spec} own={own} onCut={onCut} />}
    >
      {(answer) => {
        const [section] = answer.sections
        const why = section ? whyNoChange(answer, section, noFullDay, t) : (noFullDay ?? '')
        if (section && why === null) return <Rows spec={spec} answer={answer} section={section} />
        return (
          <EmptyState
            icon={ChartNoAxesColumn}
            title={why ? capitalised(why) : t('views.tile.none')}
            text={t('views.tile.noneNext')}
          />
        )
      }}
    </Panel>
  )
}

function Rows({ spec, answer, section }: { spec: ViewSpec; answer: Answer; section: Section }) {
  const { t, language } = useText()
  const format = useFormat()
  const known = useKnown()
  const figures = figuresOf(section, format, language)
  const asked = (isDescending: boolean) => ({
    spec: { ...spec, look: 'bars' as const, sort: { by: 'change', isDescending } },
    unit: section.unit,
    limit: ROWS,
  })
  const rises = useCall('explorer.listRows', asked(true)).data?.items
  const falls = useCall('explorer.listRows', asked(false)).data?.items
  const rows = topMovers(rises ?? [], falls ?? [], ROWS).map((group) =>
    tileRow(group, answer.groupBy, spec, known, { t, language }),
  )
  const changes = rows.map(({ group }) => differenceOf(group.total, group.before ?? '0'))
  const total = differenceOf(section.total.total, section.total.before ?? '0')
  if (rises && falls && rows.length === 0)
    return <EmptyState icon={ChartNoAxesColumn} title={t('views.tile.noneMovers')} />
  const signed = (change: string) => (
    <Delta direction={directionOf(change)}>
      <data value={change}>{figures.exact(change, { sign: true })}</data>
    </Delta>
  )
  return (
    <RankList
      rows={rows}
      figures={({ group }) => (
        <span
          title={t('dashboard.rank.wasNow', {
            before: figures.exact(group.before ?? '0'),
            now: figures.exact(group.total),
          })}
          className={ranks.change}
        >
          {signed(differenceOf(group.total, group.before ?? '0'))}
          <span className={ranks.soft}>
            {group.changeRatio === null
              ? t('dashboard.rank.new')
              : format.percent(group.changeRatio, { sign: true })}
          </span>
        </span>
      )}
      bar={({ group }) => {
        const change = differenceOf(group.total, group.before ?? '0')
        const direction = directionOf(change)
        return (
          <ShareBar
            percent={changeWidth(change, changes)}
            tone={direction === 'flat' ? 'brand' : direction}
          />
        )
      }}
      foot={
        <p className={ranks.total}>
          <span>{t('dashboard.rank.totalChange')}</span>
          {signed(total)}
        </p>
      }
    />
  )
}
