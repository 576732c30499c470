import { describe, expect, test } from 'vitest'
import {
  addBlock,
  blockGroups,
  duplicateBlock,
  moveBlock,
  refusalOf,
  removeBlock,
  restoreBlock,
  sameReport,
  startDraft,
} from '#renderer/features/reports/builder/draft.ts'
import { newBlock, newSpec } from '#renderer/features/reports/builder/new-block.ts'
import { viewSpec } from '#shared/contract/costs.ts'
import { reportBlockKinds, reportSpec } from '#shared/contract/report-spec.ts'

const kinds = ['title', 'table', 'signatures'] as const
const start = () =>
  startDraft(
    'Отчёт',
    reportSpec.parse({
      title: 'Отчёт',
      blocks: kinds.map((kind) => newBlock(kind, { title: 'Отчёт', language: 'ru' }, kind)),
    }),
  )
/** Names of blocks, one after another. */
const numbers = (): (() => string) => {
  const names = ['one', 'two', 'three']
  return () => names.shift() ?? 'more'
}
const ids = ({ spec }: ReturnType<typeof start>): string[] => spec.blocks.map(({ id }) => id)

describe('blocks of a report', () => {
  test('a new one stands after the block at hand, and is at hand then', () => {
    const draft = addBlock(start(), newBlock('text', { title: '', language: 'ru' }, 'text'))
    expect(ids(draft)).toEqual(['title', 'text', 'table', 'signatures'])
    expect(draft.chosen).toBe('text')
  })

  test('they move up and down and stop at the ends', () => {
    const draft = start()
    expect(ids(moveBlock(draft, 'table', -1))).toEqual(['table', 'title', 'signatures'])
    expect(moveBlock(draft, 'title', -1)).toBe(draft)
    expect(moveBlock(draft, 'signatures', 1)).toBe(draft)
  })

  test('a copy has a number of its own and shares nothing with what it is a copy of', () => {
    const draft = duplicateBlock(start(), 'signatures', 'copy')
    expect(ids(draft)).toEqual(['title', 'table', 'signatures', 'copy'])
    const [a, b] = draft.spec.blocks.slice(2)
    expect(b).toEqual({ ...a, id: 'copy' })
    expect(a?.kind === 'signatures' && b?.kind === 'signatures' && a.people === b.people).toBe(false)
  })

  test('one that was removed comes back where it stood', () => {
    const draft = removeBlock({ ...start(), chosen: 'table' }, 'table')
    expect(ids(draft)).toEqual(['title', 'signatures'])
    expect(draft.chosen).toBe('signatures')
    expect(ids(restoreBlock(draft))).toEqual(['title', 'table', 'signatures'])
  })

  test('the last one leaves a report that cannot be drawn, and says so', () => {
    const empty = kinds.reduce(removeBlock, start())
    expect(empty.chosen).toBeNull()
    expect(refusalOf(empty)).toBe('blocks')
    expect(refusalOf({ ...start(), name: ' ' })).toBe('name')
    expect(refusalOf(start())).toBeNull()
  })

  test('every kind is offered once, and begins as something that can be kept', () => {
    const offered = blockGroups.flatMap((group) => group.kinds)
    expect(offered.toSorted()).toEqual(reportBlockKinds.toSorted())
    const blocks = offered.map((kind) => newBlock(kind, { title: 'T', language: 'en' }, kind))
    expect(refusalOf({ name: 'T', spec: reportSpec.parse({ title: 'T', blocks }) })).toBeNull()
  })

  test('what differs is told from what does not', () => {
    expect(sameReport(start(), start())).toBe(true)
    expect(sameReport(start(), moveBlock(start(), 'table', 1))).toBe(false)
  })
})

describe('a report out of a view', () => {
  test('takes its days, currency, VAT and filter for the whole report', () => {
    const where = [[{ dimension: 'provider' as const, op: 'is' as const, values: ['beget'] }]]
    const view = viewSpec.parse({
      period: { preset: 'quarter' },
      vat: 'with',
      currency: 'RUB',
      where,
      look: 'lines',
    })
    const spec = newSpec('Вид', 'ru', view, numbers())
    expect(spec).toMatchObject({ period: { preset: 'quarter' }, vat: 'with', currency: 'RUB', where })
    expect(spec.blocks.map(({ kind }) => kind)).toEqual(['title', 'chart', 'table'])
    const chart = spec.blocks[1]
    expect(chart?.kind === 'chart' && [chart.view.look, chart.view.where]).toEqual(['lines', []])
  })

  test('what has changed stays a waterfall, a pivot a pivot', () => {
    const kindsOf = (look: 'waterfall' | 'pivot'): string[] =>
      newSpec('Вид', 'ru', viewSpec.parse({ look }), numbers()).blocks.map(({ kind }) => kind)
    expect(kindsOf('waterfall')).toEqual(['title', 'waterfall', 'table'])
    expect(kindsOf('pivot')).toEqual(['title', 'chart', 'pivot'])
  })
})
