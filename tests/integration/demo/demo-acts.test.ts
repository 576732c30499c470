import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Backend, createBackend } from '#main/backend/create-backend.ts'
import { generateDemo } from '#main/core/demo/generator.ts'
import type { CallInput, CallOutput } from '#shared/contract/index.ts'
import type { CallName } from '#shared/contract/names.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { day } from '#shared/lib/day.ts'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'
import { type TestPorts, testPorts } from '#tests/fakes/ports.ts'
import { client } from '#tests/support/people.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

let ports: TestPorts
let backend: Backend
const caller = client('demo-person')

async function ask<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const envelope = await backend.call(name, input, caller)
  if (!envelope.ok) throw new AppError(envelope.error.code, envelope.error.details)
  return envelope.value as CallOutput<N>
}

beforeEach(async () => {
  ports = testPorts(tempFolder())
  backend = await createBackend(ports)
  await ask('people.startDemo', {})
})
afterEach(() => backend.close())

const billedIn = (month: string) => {
  const { accounts } = generateDemo(day('2026-11-20'))
  return accounts.map(({ connection, charges }) => {
    const lines = charges.flatMap((charge) => charge.lines).filter((line) => line.day.startsWith(month))
    return [connection.name, formatDecimal(lines.reduce((sum, { billed }) => sum + billed, 0n))] as const
  })
}

it('every whole month has an act of each account for what its bill is; one differs, and says why', async () => {
  for (const month of ['2025-11', '2026-09', '2026-10']) {
    const { items } = await ask('acts.list', { month })
    const billed = new Map(billedIn(month))
    const off = items.flatMap(({ connectionName, total }) => {
      const difference =
        (parseDecimal(total) ?? 0n) - (parseDecimal(billed.get(connectionName ?? '') ?? '') ?? 0n)
      return difference === 0n ? [] : [formatDecimal(difference)]
    })
    expect(items).toHaveLength(4)
    expect(items.flatMap(({ doubts }) => doubts)).toEqual([])
    expect(off).toEqual(month === '2026-10' ? ['1204.18'] : [])
  }
  expect((await ask('acts.list', { month: '2026-11' })).items).toEqual([])
  expect((await ask('acts.list', { month: '2025-12' })).items.every(({ rate }) => rate === '20')).toBe(true)
  const { items } = await ask('acts.list', { month: '2026-10' })
  const lines = await Promise.all(items.map(async ({ id }) => (await ask('acts.get', { id })).lines))
  expect(lines.flat().find(({ name }) => name === 'Корректировка начислений от 31.10.2026')).toMatchObject({
    total: '1200',
    rate: '22',
  })
})

it('most is paid, some of the last month waits, and one payment has no document', async () => {
  const { items } = await ask('acts.list', { month: '2026-10' })
  expect(items.filter(({ paid }) => paid === '0')).toHaveLength(2)
  const loose = await ask('payments.list', { isUnmatched: true })
  expect(loose.items.map(({ amount }) => amount)).toEqual(['4900'])
})

it('on the next day a person’s own documents stay beside the new figures; the first day brings back the first', async () => {
  const first = await ask('acts.list', {})
  const account = first.items[0]?.connectionId ?? ''
  const typed = {
    kind: 'act',
    number: 'моё',
    day: day('2026-10-31'),
    month: '2026-10',
    connectionId: account,
    currency: 'RUB',
    without: '10',
    rate: 'none',
    vat: '0',
    total: '10',
  } as const
  await ask('acts.add', typed)
  ports.clock.advance(24 * 3_600_000)
  await ask('people.startDemo', {})
  const next = await ask('acts.list', {})
  expect(next.total).toBe(first.total + 1)
  expect(next.items.some(({ number }) => number === 'моё')).toBe(true)
  await ask('demo.update', {})
  expect((await ask('acts.list', {})).total).toBe(first.total)
})
