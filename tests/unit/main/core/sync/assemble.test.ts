import { describe, expect, test } from 'vitest'
import { money } from '#main/core/money/money.ts'
import { assemble } from '#main/core/sync/assemble.ts'
import { assembled, billed, hourly, listed, lookAt } from '#tests/support/look.ts'

describe('a server', () => {
  test('is one resource of what the bill and the inventory say of it', () => {
    const { found, of } = assembled({
      billed: [billed('s1', { name: 'as billed' })],
      listed: [listed('s1', 'server', { name: 'web-1', attributes: { vcpu: 4 } })],
    })
    expect(found).toHaveLength(1)
    expect(of('s1')).toMatchObject({
      state: { name: 'web-1', status: 'running', price: hourly('1'), attributes: { vcpu: 4 }, marks: [] },
      scope: 'servers/ru-1',
      keeps: 'nothing',
      sources: [
        { name: 'inventory', of: 'inventory', ref: 's1' },
        { name: 'bill', of: 'bill', ref: 's1' },
      ],
    })
  })

  test('that is billed and no longer listed is a zombie', () => {
    const { of } = assembled({ billed: [billed('s1', { expectedIn: 'servers/ru-1' })] })
    expect(of('s1')).toMatchObject({ state: { marks: ['zombie'], status: 'unknown', price: hourly('1') } })
  })

  test('whose part of the account was silent is no zombie and stays as it was last seen', () => {
    const { of } = assembled({
      billed: [billed('s1', { expectedIn: 'servers/ru-1' })],
      isAnswered: () => false,
    })
    expect(of('s1')).toMatchObject({ state: { marks: [] }, keeps: 'configuration', scope: 'servers/ru-1' })
  })

  test('that only the bill can know runs', () => {
    expect(assembled({ billed: [billed('s1')] }).of('s1')).toMatchObject({
      state: { marks: [], status: 'running' },
    })
  })

  test('that is listed twice is there once', () => {
    expect(assembled({ listed: [listed('s1'), listed('s1')] }).found).toHaveLength(1)
  })

  test('that is billed in two places costs both together', () => {
    const { of } = assembled({
      billed: [billed('s1', { price: hourly('1.25') }), billed('s1', { price: hourly('0.75') })],
    })
    expect(of('s1')?.state.price).toEqual(hourly('2'))
  })

  test('keeps its price while the bill is silent', () => {
    const { of } = assembled({ listed: [listed('s1')], isBillKnown: false })
    expect(of('s1')).toMatchObject({ keeps: 'price' })
  })
})

describe('a volume', () => {
  const disk = (ref: string, attachedTo: string | null, diskGb = 10) =>
    listed(ref, 'volume', { kind: 'fast', attachedTo, attributes: { diskGb } })
  const cost = (ref: string, amount: string, more = {}) =>
    billed(ref, { kind: 'volume_fast', price: hourly(amount), ...more })

  test('belongs to its server, with its size and its cost', () => {
    const { found, of } = assembled({
      billed: [billed('s1'), cost('v1', '0.5'), cost('v2', '0.25')],
      listed: [listed('s1'), disk('v2', 's1', 40), disk('v1', 's1', 10)],
    })
    expect(found).toHaveLength(1)
    expect(of('s1')).toMatchObject({
      state: {
        price: hourly('1.75'),
        attributes: {
          diskGb: 50,
          volumes: [
            {
              externalId: 'v1',
              sizeGb: 10,
              kind: 'fast',
              dailyCost: { amount: '12', currency: 'RUB' },
            },
            { externalId: 'v2', sizeGb: 40, dailyCost: { amount: '6', currency: 'RUB' } },
          ],
        },
      },
      aliases: ['v1', 'v2'],
    })
  })

  test('without a server is an orphan', () => {
    const { of } = assembled({ billed: [cost('v1', '0.5')], listed: [disk('v1', null)] })
    expect(of('v1')).toMatchObject({ state: { type: 'volume', marks: ['orphan'], price: hourly('0.5') } })
  })

  test('that the inventory shows as free is free, whatever the bill remembers', () => {
    const { of } = assembled({
      billed: [billed('s1'), cost('v1', '0.5', { parentRef: 's1' })],
      listed: [listed('s1'), disk('v1', null)],
    })
    expect(of('v1')?.state.marks).toEqual(['orphan'])
    expect(of('s1')?.state.price).toEqual(hourly('1'))
  })

  test('that only the bill has belongs to the server that the bill names', () => {
    const { of } = assembled({
      billed: [billed('s1'), cost('v1', '0.5', { parentRef: 's1' })],
      listed: [listed('s1')],
    })
    expect(of('s1')?.state.price).toEqual(hourly('1.5'))
  })

  test('that only the bill has is found by its name, disk-for-<server>', () => {
    const { found, of } = assembled({
      billed: [billed('s1'), cost('v1', '0.5', { name: 'disk-for-Web-1' })],
      listed: [listed('s1', 'server', { name: 'web-1' })],
    })
    expect(found).toHaveLength(1)
    expect(of('s1')?.aliases).toEqual(['v1'])
  })

  test('is not given to either of two servers of one name', () => {
    const { of } = assembled({
      billed: [cost('v1', '0.5', { name: 'disk-for-web' })],
      listed: [listed('s1', 'server', { name: 'web' }), listed('s2', 'server', { name: 'web' })],
    })
    expect(of('v1')).toBeDefined()
  })

  test('that is billed and deleted, with no server, is a zombie', () => {
    const { of } = assembled({ billed: [cost('v1', '0.5', { expectedIn: 'volumes/ru-1' })] })
    expect(of('v1')?.state.marks).toEqual(['zombie'])
  })

  test('whose server could not be asked is left as it was', () => {
    const { found, held } = assembled({
      listed: [disk('v1', 's1')],
      scopeOfKnown: (ref) => (ref === 's1' ? 'servers/ru-2' : undefined),
      isAnswered: (scope) => scope !== 'servers/ru-2',
    })
    expect(found).toEqual([])
    expect([...held]).toEqual(['v1'])
  })

  test('of a server that nobody could list yet is no orphan', () => {
    const { of } = assembled({ listed: [disk('v1', 's1')], hasGap: () => true })
    expect(of('v1')?.state.marks).toEqual([])
  })

  test('in another currency stays on its own: two currencies make no price', () => {
    const dollars = { amount: money('1', 'USD'), period: 'hour' } as const
    const { of } = assembled({
      billed: [billed('s1'), cost('v1', '1', { price: dollars })],
      listed: [listed('s1'), disk('v1', 's1')],
    })
    expect(of('s1')?.state.price).toEqual(hourly('1'))
    expect(of('v1')?.state).toMatchObject({ price: dollars, marks: [] })
  })

  test('that could not be listed takes no size away from its server', () => {
    const { of } = assembled({
      billed: [billed('s1'), cost('v1', '0.5', { parentRef: 's1', expectedIn: 'volumes/ru-1' })],
      listed: [listed('s1', 'server', { attributes: { vcpu: 2 } })],
      isAnswered: (scope) => scope !== 'volumes/ru-1',
    })
    expect(of('s1')).toMatchObject({ keeps: 'attributes', state: { price: hourly('1.5') } })
    expect(of('s1')?.state.attributes).toEqual({ vcpu: 2 })
  })
})

describe('the rest', () => {
  test('a port is no resource: its address is its server’s, the public one first', () => {
    const port = (ref: string, address: string) =>
      listed(ref, 'network', { attachedTo: 's1', attributes: { address } })
    const { found, of } = assembled({
      listed: [listed('s1'), port('p1', '10.0.0.5'), port('p2', '203.0.113.9')],
    })
    expect(found).toHaveLength(1)
    expect(of('s1')?.state.attributes).toEqual({
      address: '203.0.113.9',
      addresses: ['10.0.0.5', '203.0.113.9'],
    })
  })

  test('an address on no server is an orphan, one in use is not', () => {
    const { of } = assembled({
      listed: [
        listed('s1'),
        listed('f1', 'ip_address', { attachedTo: null }),
        listed('f2', 'ip_address', { attachedTo: 's1' }),
      ],
    })
    expect(of('f1')?.state.marks).toEqual(['orphan'])
    expect(of('f2')?.state).toMatchObject({ marks: [], attributes: { attachedTo: 's1' } })
  })

  test('what nobody knows is kept, counted and told of', () => {
    const { of, unrecognised } = assembled({
      billed: [billed('q1', { kind: 'quantum_box', price: hourly('7') }), billed('s1')],
    })
    expect(of('q1')?.state).toMatchObject({ type: 'other', marks: ['unrecognised'], price: hourly('7') })
    expect(unrecognised).toMatchObject([{ ref: 'q1', kind: 'quantum_box' }])
  })

  test('phases are told in their order', () => {
    const phases: string[] = []
    const work = assemble(
      lookAt({
        billed: [billed('s1'), billed('x', { kind: 'share' })],
        listed: [listed('v1', 'volume'), listed('f1', 'ip_address')],
      }),
    )
    for (let step = work.next(); !step.done; step = work.next())
      if (phases.at(-1) !== step.value) phases.push(step.value)
    expect(phases).toEqual(['grouping', 'servers', 'volumes', 'storage', 'services', 'unification'])
  })
})
