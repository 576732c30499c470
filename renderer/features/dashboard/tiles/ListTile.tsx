import { ChartNoAxesColumn } from 'lucide-react'
import type { Answer, Section } from '#renderer/app/costs/chart/answer.ts'
import { figuresOf, shareOf } from '#renderer/app/costs/chart/view.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import type { CostDimension } from '#shared/contract/costs.ts'
import { ListSkeleton } from '../components/ListSkeleton.tsx'
import { Panel } from '../components/Panel.tsx'
import ranks from '../components/ranks.module.css'
import { ShareBar } from '../components/ShareBar.tsx'
import { capitalised, shareWidth } from '../view.ts'
import { CutSelect } from './CutSelect.tsx'
import { RankList } from './RankList.tsx'
import { tileRow } from './rows.ts'
import { sectionIn } from './sections.ts'
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

/** The largest parts of a view; rows and rest add up to its total. */
export function ListTile({ view, own, onCut }: Props) {
  const { t } = useText()
  const { spec, title, href, words, noFullDay } = view
  const query = useAnswer({ ...spec, granularity: 'total', isCumulative: false, top: ROWS })
  return (
    <Panel
      title={<TileTitle title={title} href={href} />}
      subtitle={words}
      query={query}
      padding="none"
      skeleton={<ListSkeleton rows={ROWS} height={46} inset />}
      actions={<CutSelect title={title} spec={spec} own={own} onCut={onCut} />}
    >
      {(answer) => {
        const section = sectionIn(answer)
        return section ? (
          <Rows view={view} answer={answer} section={section} />
        ) : (
          <EmptyState
            icon={ChartNoAxesColumn}
            title={noFullDay === null ? t('views.tile.none') : capitalised(noFullDay)}
            text={t(noFullDay === null ? 'views.tile.noneNext' : 'dashboard.movers.next.noFullDay')}
          />
        )
      }}
    </Panel>
  )
}

function Rows({ view, answer, section }: { view: ViewTile; answer: Answer; section: Section }) {
  const { t, language } = useText()
  const format = useFormat()
  const known = useKnown()
  const figures = figuresOf(section, format, language)
  const share = (amount: string): string | null => shareOf(amount, section.total.total)
  const amount = (value: string) => <data value={value}>{figures.exact(value)}</data>
  return (
    <RankList
      rows={section.groups
        .filter(({ lines }) => lines > 0)
        .map((group) => tileRow(group, answer.groupBy, view.spec, known, { t, language }))}
      figures={({ group }) => {
        const ratio = share(group.total)
        return (
          <>
            {amount(group.total)}
            <span className={ranks.soft}>{ratio === null ? '—' : format.percent(ratio)}</span>
          </>
        )
      }}
      bar={({ group }) => <ShareBar percent={shareWidth(share(group.total))} />}
      foot={
        <>
          {section.rest ? (
            <p className={ranks.soft}>
              <span>{t('costs.rest.count', { count: section.rest.groups })}</span>
              {amount(section.rest.total)}
            </p>
          ) : null}
          <p className={ranks.total}>
            <span>{t('views.tile.total')}</span>
            {amount(section.total.total)}
          </p>
          {answer.sections.slice(1).map((other) => (
            <p key={other.unit} className={ranks.soft}>
              <span>{t('views.tile.total')}</span>
              <data value={other.total.total}>
                {figuresOf(other, format, language).exact(other.total.total)}
              </data>
            </p>
          ))}
        </>
      }
    />
  )
}
