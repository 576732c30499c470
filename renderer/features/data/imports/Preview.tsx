import type { SummaryView } from '#shared/contract/imports.ts'
import { Breakdown } from './Breakdown.tsx'
import { Decision } from './Decision.tsx'
import type { Details } from './DetailsHead.tsx'
import { DifferenceTable } from './DifferenceTable.tsx'
import { Doubts } from './Doubts.tsx'
import { Figures } from './Figures.tsx'
import { Reasons } from './Reasons.tsx'

type Props = { details: Details; summary: SummaryView; onRows: () => void; onBack: () => void }

/** What the file holds and what it would change, and the decision. */
export function Preview({ details, summary, onRows, onBack }: Props) {
  const { item, differences, reading } = details
  return (
    <>
      {item.status === 'ready' ? (
        <>
          <Figures item={item} summary={summary} />
          <Decision item={item} differences={differences} onBack={onBack} />
        </>
      ) : null}
      <Doubts item={item} doubts={summary.doubts} answers={reading?.answers ?? {}} />
      {item.status === 'ready' && differences.length > 0 ? (
        <DifferenceTable differences={differences} accounts={summary.accounts} />
      ) : null}
      <Reasons item={item} reasons={summary.reasons} onRows={onRows} />
      <Breakdown summary={summary} />
    </>
  )
}
