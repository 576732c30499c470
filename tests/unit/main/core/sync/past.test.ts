import { expect, test } from 'vitest'
import { type Charged, judgePast } from '#main/core/sync/past.ts'

const charged = (ref: string, more: Partial<Charged> = {}): Charged => ({
  ref,
  name: ref,
  kind: 'cloud_vm',
  parentRef: null,
  service: 'vpc',
  region: 'ru-1',
  zone: null,
  project: 'prod',
  skus: ['compute_cores'],
  ...more,
})

const judged = (all: Charged[], known: string[]) =>
  judgePast(all, {
    isKnown: (ref) => known.includes(ref),
    typeOf: (kind) => (kind === 'cloud_vm' ? 'server' : kind === 'volume_fast' ? 'volume' : null),
  })

test('what came and went between two looks is a resource that is gone', () => {
  const { gone, aliases } = judged([charged('s1'), charged('s2')], ['s2'])
  expect(gone).toMatchObject([{ state: { externalId: 's1', type: 'server', status: 'gone', price: null } }])
  expect(aliases).toEqual([])
})

test('a volume of the past belongs to its server while that is known', () => {
  const volume = charged('v1', { kind: 'volume_fast', parentRef: 's1' })
  expect(judged([volume], ['s1'])).toEqual({ gone: [], aliases: [{ ref: 'v1', of: 's1' }] })
  expect(judged([volume], []).gone).toMatchObject([{ state: { externalId: 'v1', type: 'volume' } }])
})

test('what nobody knows stands against something too', () => {
  expect(judged([charged('q', { kind: 'quantum' })], []).gone).toMatchObject([
    { state: { type: 'other', marks: ['unrecognised'] } },
  ])
})
