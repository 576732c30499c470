import { Fragment } from 'react'
import { Amount } from '#renderer/ui/Amount.tsx'
import type { Currency } from '#shared/lib/currency.ts'

/** Amounts of several currencies side by side; they never share a sum. */
export function Sums({ costs }: { costs: readonly { currency: Currency; amount: string }[] }) {
  if (costs.length === 0) return <>—</>
  return (
    <>
      {costs.map((money, at) => (
        <Fragment key={money.currency}>
          {at > 0 ? ' + ' : null}
          <Amount money={money} form="whole" />
        </Fragment>
      ))}
    </>
  )
}
