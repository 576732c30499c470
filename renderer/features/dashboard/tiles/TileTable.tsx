import { Link } from 'wouter'
import type { Answer } from '#renderer/app/costs/chart/answer.ts'
import { intoBin } from '#renderer/app/costs/chart/drill.ts'
import { linkOfView } from '#renderer/app/costs/view-query.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Table } from '#renderer/ui/Table.tsx'
import { Td } from '#renderer/ui/Td.tsx'
import { Th } from '#renderer/ui/Th.tsx'
import { missingByBin, type SpendGap } from '../spend-gaps.ts'
import styles from './TileTable.module.css'
import type { ViewTile } from './use-tile.ts'
import type { TileChart } from './use-tile-chart.ts'

type Props = {
  made: TileChart
  answer: Answer
  view: ViewTile
  height: number
  gaps: readonly SpendGap[]
}

/** The same figures as the picture, exact and to be copied: by day where there are days, else part by part. */
export function TileTable(props: Props) {
  const { made, view, height } = props
  return (
    <div className={styles.bleed}>
      <Table label={`${view.title}, ${view.words}`} maxHeight={height}>
        {made.chart.isOfBins ? <Bins {...props} /> : <Parts made={made} />}
      </Table>
    </div>
  )
}

function Bins({ made, answer, view, gaps }: Props) {
  const { t } = useText()
  const { shown, words, figures, totals, total, before, beforeByBin, binName } = made
  const missing = missingByBin(answer.bins, gaps)
  return (
    <>
      <thead>
        <tr>
          <Th>{t(view.spec.granularity === 'week' ? 'dashboard.spend.week' : 'dashboard.spend.day')}</Th>
          <Th align="end">{words.total}</Th>
          {beforeByBin ? <Th align="end">{words.before}</Th> : null}
          {shown.map((part) => (
            <Th key={part.id} align="end">
              {part.label}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {answer.bins.map((bin, index) => (
          <tr key={`${bin.from} ${bin.hour}`}>
            <Td>
              <Link
                href={linkOfView({ ...view.spec, ...intoBin(view.spec, bin) })}
                aria-label={t('views.tile.open', { range: binName(bin) })}
              >
                {binName(bin)}
              </Link>
              {missing[index]?.length ? (
                <span className={styles.missing}>
                  {t('dashboard.spend.missing', { names: missing[index].join(', ') })}
                </span>
              ) : null}
            </Td>
            <Td align="end" tone="strong">
              {figures.exact(totals[index] ?? '0')}
            </Td>
            {beforeByBin ? (
              <Td align="end" tone="muted">
                {beforeByBin[index] === undefined ? '—' : figures.exact(beforeByBin[index])}
              </Td>
            ) : null}
            {shown.map((part) => (
              <Td key={part.id} align="end">
                {figures.exact(part.amounts[index] ?? '0')}
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <Td>{words.total}</Td>
          <Td align="end">{figures.exact(total)}</Td>
          {beforeByBin ? <Td align="end">{before === null ? '—' : figures.exact(before)}</Td> : null}
          {shown.map((part) => (
            <Td key={part.id} align="end">
              {figures.exact(part.total)}
            </Td>
          ))}
        </tr>
      </tfoot>
    </>
  )
}

function Parts({ made }: { made: TileChart }) {
  const { t } = useText()
  const { shown, words, figures, total } = made
  return (
    <>
      <thead>
        <tr>
          <Th>{t('views.tile.name')}</Th>
          <Th align="end">{words.total}</Th>
        </tr>
      </thead>
      <tbody>
        {shown.map((part) => (
          <tr key={part.id}>
            <Td>{part.label}</Td>
            <Td align="end">{figures.exact(part.total)}</Td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <Td>{words.total}</Td>
          <Td align="end">{figures.exact(total)}</Td>
        </tr>
      </tfoot>
    </>
  )
}
