import type { ClosingStepView } from '#shared/contract/reconciliation.ts'
import type { ClosingUrl } from '../url.ts'
import type { Closing } from './CloseTab.tsx'

type Open = ClosingStepView['open'][number]
type Place = { href: string } | { url: Partial<ClosingUrl> }

/** Where something that is open is mended: another page, or another tab of this one. Null: here. */
export function placeOf({ code, id }: Open, month: string): Place | null {
  switch (code) {
    case 'data.noAccounts':
    case 'data.none':
      return { href: '/connections' }
    case 'data.days':
      return { href: `/data?tab=coverage&span=${month}` }
    case 'act.none':
    case 'act.unknown':
      return { url: { tab: 'documents' } }
    case 'sign.none':
    case 'sign.stale':
      return { url: { tab: 'reconciliation', account: id } }
    case 'act.noRate':
    case 'rates.missing':
      return { href: `/data?tab=rates&month=${month}` }
    case 'month.notOver':
    case 'month.notClosed':
      return null
    case 'reports.none':
    case 'report.notMade':
    case 'report.failed':
    case 'delivery.none':
    case 'delivery.waiting':
    case 'delivery.failed':
      return { href: '/reports' }
  }
}

type NextKey = 'data' | 'documents' | 'reconciled' | 'missingRates' | 'reports' | 'sent' | 'rates'
type Next = { key: NextKey; place: Place | null }

/** The first step that somebody has to take; without one, the first that is worth a look. */
export function nextOf({ steps, isOver }: Closing, month: string): Next | null {
  if (!isOver) return null
  const step = steps.find(({ state }) => state === 'todo') ?? steps.find(({ state }) => state === 'attention')
  const [first] = step?.open ?? []
  if (!step || !first) return null
  const place = placeOf(first, month)
  if (step.step === 'reconciled')
    return { key: first.code.startsWith('act.') ? 'documents' : 'reconciled', place }
  if (step.step === 'rates' && first.code === 'rates.missing') return { key: 'missingRates', place }
  return { key: step.step, place }
}
