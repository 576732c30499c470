import { ChartColumnStacked, ChartNoAxesColumn, Table2 } from 'lucide-react'
import { useText } from '#renderer/i18n/use-text.ts'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { CostDimension } from '#shared/contract/costs.ts'
import { Panel } from '../components/Panel.tsx'
import { capitalised } from '../view.ts'
import { CHART_HEIGHT, ChartBody } from './ChartBody.tsx'
import { CutSelect } from './CutSelect.tsx'
import { sectionIn } from './sections.ts'
import { TileTitle } from './TileTitle.tsx'
import { useAnswer } from './use-answer.ts'
import type { ViewTile } from './use-tile.ts'

export type ChartLook = {
  isTable: boolean
  hidden: readonly string[]
  onTable: (isTable: boolean) => void
  onHidden: (hidden: readonly string[]) => void
}

type Props = ChartLook & {
  view: ViewTile
  own: readonly CostDimension[]
  onCut: (cut: CostDimension | null) => void
}

/** A view as its picture, or the same figures as a table. */
export function ChartTile({ view, own, onCut, ...look }: Props) {
  const { t } = useText()
  const { spec, title, href, words, noFullDay } = view
  const query = useAnswer(spec)
  return (
    <Panel
      title={<TileTitle title={title} href={href} />}
      subtitle={words}
      query={query}
      skeleton={<Skeleton height={CHART_HEIGHT + 44} radius={8} />}
      actions={
        <>
          <CutSelect title={title} spec={spec} own={own} onCut={onCut} />
          <Segmented
            size="sm"
            label={`${title}: ${t('views.tile.look')}`}
            value={look.isTable ? 'table' : 'chart'}
            isIconOnly
            options={[
              { value: 'chart', label: t('views.tile.chart'), icon: ChartColumnStacked },
              { value: 'table', label: t('views.tile.table'), icon: Table2 },
            ]}
            onChange={(next) => look.onTable(next === 'table')}
          />
        </>
      }
    >
      {(answer) => {
        const section = sectionIn(answer)
        return section ? (
          <ChartBody view={view} answer={answer} section={section} {...look} />
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
