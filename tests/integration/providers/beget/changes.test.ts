import { expect, it } from 'vitest'
import { toText } from '#main/core/money/money.ts'
import { serverId } from '#tests/fakes/beget/servers.ts'
import { startBench } from './open.ts'

it('between two looks a server goes, another grows, and a domain becomes dearer', async () => {
  const bench = await startBench()
  const before = await bench.collect()

  bench.fake.state.servers.remove(serverId(0))
  bench.fake.resizeServer(serverId(1), { cpu: 8, memory: 16_384, priceDay: 88 })
  bench.fake.fault(
    'POST /api/domain/getZoneList',
    { kind: 'set', path: 'answer.result.ru.price_renew', value: '499' },
    Infinity,
  )
  bench.ports.clock.advance(24 * 3_600_000)
  const after = await bench.collect()

  expect(before.refs('vps')).toContain(serverId(0))
  expect(after.refs('vps')).not.toContain(serverId(0))
  expect(after.outcomeOf('vps')).toMatchObject({ status: 'done', found: 5 })
  expect(after.item(serverId(1)).attributes).toMatchObject({ vcpu: 8, ramGb: 16 })
  const priceOf = (sink: typeof after, ref: string) => {
    const { price } = sink.item(ref)
    return price && toText(price.amount).amount
  }
  expect([priceOf(before, serverId(1)), priceOf(after, serverId(1))]).toEqual(['22', '88'])
  expect([priceOf(before, 'domain:13314909'), priceOf(after, 'domain:13314909')]).toEqual(['349', '499'])
  // The plan is what it was: what it costs does not hang on what else there is.
  expect([priceOf(before, 'plan'), priceOf(after, 'plan')]).toEqual(['12.66', '12.66'])
  await bench.fake.close()
})

it('two looks at the same account tell the same', async () => {
  const bench = await startBench({ hasTroubles: true })
  const [first, second] = [await bench.collect(), await bench.collect()]
  const told = ({ listed }: typeof first) => new Map(listed.map(({ item }) => [item.ref, item]))
  expect(told(second)).toEqual(told(first))
  expect(second.bill.length).toBe(first.bill.length)
  await bench.fake.close()
})
