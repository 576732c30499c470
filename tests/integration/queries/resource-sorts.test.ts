import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openResourceList } from '#main/queries/resource-list.ts'
import { listResources } from '#main/queries/resources.query.ts'
import { insertRecommendations } from '#main/store/repos/recommendations.repo.ts'
import { recordSnapshot } from '#main/store/repos/resources.repo.ts'
import { recommendations } from '#main/store/schema/insights.ts'
import { contract } from '#shared/contract/index.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { NOVEMBER, openSeeded, resource, scopeOf } from './seed.ts'

let made: Awaited<ReturnType<typeof openSeeded>>
let ids: ReadonlyMap<string, number>

beforeEach(async () => {
  made = await openSeeded(tempFolder(), ['A'])
  ids = made.store.transaction((db) => {
    const { idOf } = recordSnapshot(db, {
      workspaceId: 'A-workspace',
      connectionId: 'A-beget',
      startedAtMs: 40,
      finishedAtMs: 41,
      found: [
        resource('n-10', {
          name: 'small',
          service: 'Ёлка 2',
          attributes: { vcpu: 2, ramGb: 4, diskGb: 20, address: '10.0.0.10' },
          tags: [{ key: 'env', value: 'prod' }],
        }),
        resource('n-9', {
          name: 'middle',
          service: 'елка 10',
          attributes: { vcpu: 2, ramGb: 4, diskGb: 40, address: '9.255.0.1', renewsOn: '2027-01-05' },
          tags: [
            { key: 'b', value: '' },
            { key: 'a', value: 'я' },
          ],
        }),
        resource('N-9', {
          name: 'large',
          service: 'Диски',
          attributes: { vcpu: 10, ramGb: 1, address: 'db.example.ru', renewsOn: '2026-12-31' },
          tags: [
            { key: 'a', value: 'б' },
            { key: 'c', value: '' },
          ],
        }),
        resource('x', {
          name: 'volume',
          service: 'Диски',
          // No day and no address: nothing to sort by.
          attributes: { diskGb: 500, address: '', renewsOn: 'скоро' },
        }),
        resource('n-100', { name: 'bare', service: '', attributes: { address: '2a00::1' } }),
      ],
    })
    const of = (name: string, status: 'active' | 'done', n: number) =>
      ({
        id: `${name}-${n}`,
        workspaceId: 'A-workspace',
        connectionId: 'A-beget',
        resourceId: idOf.get(name) ?? 0,
        code: 'idle.ip',
        category: 'idle',
        status,
        confidence: 1,
        effort: 'low',
        currency: 'RUB',
        savingsMicros: 1n,
        savingsRest: 0n,
        facts: {},
        createdAtMs: 5,
      }) as const
    insertRecommendations(db, [
      of('n-9', 'active', 1),
      of('x', 'active', 1),
      of('x', 'active', 2),
      of('n-10', 'done', 1),
      of('n-10', 'done', 2),
      of('n-10', 'done', 3),
    ])
    return idOf
  })
})
afterEach(() => made.store.close())

const scope = () => scopeOf(made.store, made.ports, made.seeded.workspaceId)
const spec = contract['resources.list']
const input = (wishes: Record<string, unknown>) =>
  spec.input.parse({
    spendFrom: NOVEMBER.from,
    spendTo: NOVEMBER.to,
    filter: { connectionId: 'A-beget', isPresent: true },
    ...wishes,
  })
const names = (wishes: Record<string, unknown>): string[] =>
  spec.output.parse(listResources(scope(), input(wishes))).items.map((item) => item.name)

// What has no value stands last in either direction, and by name.
const orders: Record<string, { asc: string[]; desc: string[] }> = {
  service: {
    asc: ['large', 'volume', 'small', 'middle', 'bare'],
    desc: ['middle', 'small', 'large', 'volume', 'bare'],
  },
  size: {
    asc: ['small', 'middle', 'large', 'volume', 'bare'],
    desc: ['large', 'middle', 'small', 'volume', 'bare'],
  },
  address: {
    asc: ['middle', 'small', 'bare', 'large', 'volume'],
    desc: ['large', 'bare', 'small', 'middle', 'volume'],
  },
  tags: {
    asc: ['small', 'large', 'middle', 'bare', 'volume'],
    desc: ['middle', 'large', 'small', 'bare', 'volume'],
  },
  advice: {
    asc: ['middle', 'volume', 'bare', 'large', 'small'],
    desc: ['volume', 'middle', 'bare', 'large', 'small'],
  },
  externalId: {
    asc: ['middle', 'large', 'small', 'bare', 'volume'],
    desc: ['volume', 'bare', 'small', 'large', 'middle'],
  },
  renewsOn: {
    asc: ['large', 'middle', 'bare', 'small', 'volume'],
    desc: ['middle', 'large', 'bare', 'small', 'volume'],
  },
}

describe('the list', () => {
  it.each(Object.entries(orders))('sorts by %s in both directions', (sort, { asc, desc }) => {
    expect(names({ sort, direction: 'asc' })).toEqual(asc)
    expect(names({ sort, direction: 'desc' })).toEqual(desc)
  })

  it.each(Object.entries(orders))('is cut into pages by %s without a gap or a repeat', (sort, of) => {
    for (const direction of ['asc', 'desc'] as const)
      expect(
        [0, 2, 4].flatMap((offset) => names({ sort, direction, offset, limit: 2 })),
        direction,
      ).toEqual(of[direction])
  })

  it.each(Object.entries(orders))('goes into a file by %s as it is on the screen', (sort, of) => {
    for (const direction of ['asc', 'desc'] as const) {
      const file = openResourceList(scope(), input({ sort, direction }))
      expect(file.page(0, file.size).map(({ name }) => name)).toEqual(of[direction])
    }
  })

  it('follows a decision on a recommendation at once', () => {
    expect(names({ sort: 'advice' })[0]).toBe('volume')
    made.store.transaction((db) =>
      db
        .update(recommendations)
        .set({ status: 'done' })
        .where(eq(recommendations.resourceId, ids.get('x') ?? 0))
        .run(),
    )
    expect(names({ sort: 'advice' })).toEqual(['middle', 'bare', 'large', 'small', 'volume'])
  })

  it('starts with what costs most a day until another order is asked for', () => {
    const filter = {}
    expect(names({ filter })).toEqual(names({ filter, sort: 'dailyCost', direction: 'desc' }))
    expect(names({ filter }).slice(0, 2)).toEqual(['web-01', 'Диск ёмкий'])
  })
})
