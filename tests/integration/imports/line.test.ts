import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Day, day } from '#shared/lib/day.ts'
import { csvOf, focusDays, type Importing, openImporting } from '#tests/support/imports.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

let app: Importing

beforeEach(async () => {
  app = await openImporting(tempFolder())
})
afterEach(() => app.close())

const OCTOBER = ['2026-10-01', '2026-10-31'] as const

describe('a FOCUS file', () => {
  it('is shown before it counts, and is on the dashboard when it does', async () => {
    const file = app.write('october.csv', csvOf(focusDays(3)))
    const read = await app.read(file)
    expect(read).toMatchObject({
      status: 'ready',
      rowsIn: 3,
      rowsKept: 3,
      rowsRejected: 0,
      days: 3,
      liveDays: 0,
    })
    expect(read.totals).toEqual([{ currency: 'RUB', billed: '31.5' }])
    expect(await app.spent(...OCTOBER)).toBe('0')
    const { differences } = await app.ask('imports.get', { id: read.id })
    expect(differences).toEqual([
      {
        provider: 'aws',
        accountRef: '111122223333',
        month: '2026-10',
        currency: 'RUB',
        days: 3,
        kind: 'new',
        before: null,
        isFromApi: false,
        after: { lines: 3, billed: '31.5', effective: '31.5' },
        change: '31.5',
        isClosed: false,
      },
    ])

    expect(await app.ask('imports.commit', { id: read.id })).toEqual({ lines: 3, replacedLines: 0 })
    expect(await app.spent(...OCTOBER)).toBe('31.5')
    const { items } = await app.ask('connections.list', {})
    expect(items.map(({ accountRef, provider }) => [provider, accountRef])).toEqual([['aws', '111122223333']])
    const [from, to] = OCTOBER.map(day) as [Day, Day]
    const { sections } = await app.ask('explorer.getChart', {
      spec: { period: { from, to }, groupBy: ['resource'] },
    })
    expect(sections[0]?.groups.map(({ keys }) => keys)).toEqual([[`${items[0]?.id}/i-1`]])
  })
})
