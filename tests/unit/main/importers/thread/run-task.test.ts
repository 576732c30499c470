import { createHash } from 'node:crypto'
import { appendFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeEach, expect, test } from 'vitest'
import type { FromReader, ReadEnd } from '#main/importers/protocol.ts'
import { runTask } from '#main/importers/thread/run-task.ts'
import type { ImportAnswers } from '#shared/contract/imports.ts'
import { day } from '#shared/lib/day.ts'
import { ofKind } from '#tests/support/collected.ts'
import { focusText } from '#tests/support/focus-text.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

type Files = Record<string, string | Uint8Array>
type Options = { answers?: ImportAnswers; whileRead?: (path: string) => void }

let folder = ''
beforeEach(() => {
  folder = tempFolder()
})

async function read(files: Files, { answers = {}, whileRead }: Options = {}) {
  const given = Object.entries(files).map(([name, content]) => {
    writeFileSync(join(folder, name), content)
    return { path: join(folder, name), name }
  })
  const messages: FromReader[] = []
  const end = await runTask(
    { files: given, answers, mappings: [], today: day('2026-11-26') },
    {
      post: (message) => messages.push(message),
      room: async () => {
        whileRead?.(given[0]?.path ?? '')
        whileRead = undefined
      },
    },
  )
  return { end, messages, rejected: ofKind(messages, 'rejected').flatMap(({ rows }) => rows) }
}

const done = (end: ReadEnd): Extract<ReadEnd, { status: 'read' }> => {
  if (end.status !== 'read') throw new Error(`not read: ${JSON.stringify(end)}`)
  return end
}
const failure = async (files: Files, options?: Options): Promise<string> => {
  const { end } = await read(files, options)
  return end.status === 'failed' ? end.code : end.status
}
const doubtsOf = (end: ReadEnd) =>
  Object.fromEntries(done(end).summary.doubts.map((doubt) => [doubt.code, doubt]))

test('a file of FOCUS becomes segments, keys and sums, and says what it weighs', async () => {
  const text = focusText([{ BilledCost: '1.5' }, { BilledCost: '2.25', ResourceId: 'r-2' }])
  const { end, messages } = await read({ 'bill.csv': text })
  expect(end).toMatchObject({
    status: 'read',
    sha256: createHash('sha256').update(text).digest('hex'),
    rowsIn: 2,
    rowsKept: 2,
    rowsRejected: 0,
    days: [{ day: '2026-05-04', currency: 'RUB', lines: 2, billed: 3_750_000_000_000_000n }],
  })
  expect(messages.map(({ kind }) => kind)).toEqual(['recognised', 'accounts', 'keys', 'details', 'segment'])
  expect(
    ofKind(messages, 'keys')
      .flatMap(({ keys }) => keys)
      .map(({ fields }) => fields.resourceRef),
  ).toEqual(['r-1', 'r-2'])
})

test('the billing day is the provider’s own: Moscow’s for a Russian one', async () => {
  const late = { ChargePeriodStart: '2026-05-31T21:00:00Z', ChargePeriodEnd: '2026-05-31T22:00:00Z' }
  const { end } = await read({
    'bill.csv': focusText([
      { ...late, ProviderName: 'Yandex Cloud' },
      { ...late, ProviderName: 'AWS', BillingAccountId: 'aws' },
    ]),
  })
  expect(done(end).days.map(({ day: of }) => of)).toEqual(['2026-06-01', '2026-05-31'])
})

test('packed files, other encodings and several files of one delivery are read alike', async () => {
  const text = focusText([{ ServiceName: 'Вычисления' }, { ServiceName: 'Хранилище' }])
  const plain = done((await read({ 'plain.csv': text })).end)
  const wide = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))
  for (const files of [{ 'p.csv.gz': gzipSync(text) }, { 'w.csv': wide }] as Files[]) {
    expect(done((await read(files)).end).summary).toEqual(plain.summary)
  }
  const two = done((await read({ 'a-1.csv': text, 'a-2.csv.gz': gzipSync(text) })).end)
  expect(two).toMatchObject({ rowsIn: 4, days: [{ lines: 4 }] })
})

test('a gzip file that breaks off is told as cut, one that unfolds a thousandfold as a bomb', async () => {
  const packed = gzipSync(
    focusText(Array.from({ length: 3000 }, (_, i) => ({ ResourceId: `r-${i * 7919}` }))),
  )
  expect(await failure({ 'cut.csv.gz': packed.subarray(0, packed.length - 400) })).toBe('import.truncated')
  const alike = Buffer.alloc(101_000_000, 'a')
  const bomb = Buffer.concat([gzipSync(focusText([{}])), gzipSync(alike)])
  expect(await failure({ 'bomb.csv.gz': bomb })).toBe('import.bomb')
})

test('a file that grows or shrinks while it is read is not taken', async () => {
  const rows = Array.from({ length: 6000 }, (_, i) => ({ ResourceId: `r-${i}` }))
  const text = focusText(rows)
  expect(await failure({ 'grows.csv': text }, { whileRead: (path) => appendFileSync(path, 'more') })).toBe(
    'import.fileChanged',
  )
  expect(text.length).toBeGreaterThan(1 << 20)
  expect(await failure({ 'shrinks.csv': text }, { whileRead: (path) => truncateSync(path, 100) })).toBe(
    'import.fileChanged',
  )
})

test('a header alone says so', async () => {
  expect(await failure({ 'head.csv': focusText([]) })).toBe('import.headerOnly')
})

test('a second header amid the rows is left out and counted', async () => {
  const text = focusText([{}, { ResourceId: 'r-2' }])
  const { end, rejected } = await read({ 'two.csv': text + text })
  expect(end).toMatchObject({ rowsIn: 5, rowsKept: 4, rowsRejected: 1 })
  expect(rejected).toMatchObject([{ line: 4, reason: 'secondHeader' }])
})

test('a total at the foot is not kept but compared', async () => {
  const text = focusText([{ BilledCost: '1.5' }, { BilledCost: '2.5', ResourceId: 'r-2' }])
  const foot = (cells: Record<string, string>): string => {
    const names = text.split('\n')[0]?.split(',') ?? []
    return `${text}${names.map((name) => cells[name] ?? '').join(',')}\n`
  }
  const right = await read({ 'right.csv': foot({ BilledCost: '4.0' }) })
  expect(right.end).toMatchObject({ rowsIn: 3, rowsKept: 2, rowsRejected: 1 })
  expect(doubtsOf(right.end)).toMatchObject({ totalMatches: { said: '4', amount: '4', currency: 'RUB' } })
  const wrong = await read({ 'wrong.csv': foot({ BilledCost: '4.01', BillingAccountId: 'Итого:' }) })
  expect(wrong.rejected).toMatchObject([{ reason: 'totalRow', line: 4 }])
  expect(doubtsOf(wrong.end)).toMatchObject({ totalMismatch: { said: '4.01', amount: '4' } })
})

test('columns that changed places are noticed by the text where amounts should be', async () => {
  const rows = Array.from({ length: 250 }, () => ({ BilledCost: 'Compute', ServiceName: '12.5' }))
  const { end } = await read({ 'swapped.csv': focusText(rows) })
  expect(end).toMatchObject({ status: 'failed', code: 'import.swapped', details: { column: 'BilledCost' } })
})

test('a file of which nothing can be kept is given up', async () => {
  const bad = { ChargePeriodStart: 'yesterday' }
  expect(await failure({ 'none.csv': focusText([bad, bad]) })).toBe('import.noneKept')
  const rows = Array.from({ length: 1500 }, (_, i) => (i === 1200 ? {} : bad))
  expect(await failure({ 'first.csv': focusText(rows) })).toBe('import.noneKept')
})

test('rows that repeat are told, and left out when that was the answer', async () => {
  const text = focusText([{ BilledCost: '7' }, { BilledCost: '7' }, { BilledCost: '8' }])
  const told = await read({ 'same.csv': text })
  expect(told.end).toMatchObject({ rowsKept: 3 })
  expect(doubtsOf(told.end)).toMatchObject({ repeated: { rows: 1, amount: '7', currency: 'RUB', line: 3 } })
  const dropped = await read({ 'same.csv': text }, { answers: { dropsRepeats: true } })
  expect(dropped.end).toMatchObject({ rowsIn: 3, rowsKept: 2, rowsRejected: 1 })
  expect(dropped.rejected).toMatchObject([{ reason: 'repeated', line: 3 }])
})

test('days that cannot be are rejected, odd ones are told', async () => {
  const at = (start: string) => ({ ChargePeriodStart: start, ChargePeriodEnd: '2100-01-01' })
  const { end, rejected } = await read({
    'days.csv': focusText([
      at('1970-01-01'),
      at('2099-01-01'),
      { ...at('2005-02-01'), ChargePeriodEnd: '2005-02-02' },
      { ...at('2026-12-24'), ChargePeriodEnd: '2026-12-25' },
      { ChargePeriodEnd: '2026-05-04' },
      { BilledCost: '1000000000000' },
      { BillingCurrency: 'DBU' },
      {},
    ]),
  })
  expect(rejected.map(({ reason, line }) => [line, reason])).toEqual([
    [2, 'badDate'],
    [3, 'badDate'],
    [6, 'badPeriod'],
    [7, 'tooBig'],
    [8, 'badCurrency'],
  ])
  expect(doubtsOf(end)).toMatchObject({ longAgo: { rows: 1 }, future: { rows: 1 }, otherMonth: { rows: 2 } })
})

test('a quantity beyond a trillion stays as it was written, and the money counts', async () => {
  const { end, messages } = await read({ 'bytes.csv': focusText([{ ConsumedQuantity: '20000000000000' }]) })
  expect(end).toMatchObject({ rowsKept: 1 })
  expect(ofKind(messages, 'details')[0]?.entries[0]?.extra).toEqual({
    ConsumedQuantity: '20000000000000',
    x_Note: 'note',
  })
})
