import { describe, expect, it } from 'vitest'
import { bucketsOf, datastoreOf } from '#main/providers/selectel/managed/normalize.ts'
import { wireContainers, wireDatastores } from '#main/providers/selectel/managed/wire.ts'

const GIB = 1024 ** 3

describe('containers', () => {
  const wires = wireContainers.parse([
    { name: 'photos_segments', bytes: 3 * GIB, count: 30 },
    { name: 'photos', bytes: 2 * GIB, count: 7 },
    { name: 'photos_s3multipartuploads', bytes: GIB, count: 9 },
    { name: '.file-segments', bytes: 50 * GIB, count: 1 },
    { name: 'lonely_segments', bytes: GIB, count: 1 },
    { name: null, bytes: 1 },
  ])

  it('hold the parts of their big objects, whichever comes first', () => {
    const items = bucketsOf(wires.items, { region: 'ru-3', project: 'prod', projectId: 'p1' })
    expect(items.map(({ ref, name, attributes }) => [ref, name, attributes])).toEqual([
      ['s3/p1/ru-3/photos', 'photos', { diskGb: 6, objects: 7 }],
      ['s3/p1/ru-3/lonely', 'lonely', { diskGb: 1, objects: 0 }],
    ])
    expect(wires.unreadable).toBe(1)
  })
})

describe('a database', () => {
  const read = (record: object) =>
    wireDatastores.parse({ datastores: [{ id: 'd1', name: 'orders', status: 'ACTIVE', ...record }] })
      .datastores.items[0]
  const place = { region: 'ru-3', project: 'prod' }

  it('takes its size from the list of flavors where it only names one', () => {
    const wire = read({ flavor_id: 'f1', type_id: 't1' })
    const flavors = new Map([['f1', { vcpus: 2, ram: 8192, disk: 64 }]])
    const types = new Map([['t1', { id: 't1', engine: 'PostgreSQL', version: '16' }]])
    expect(wire && datastoreOf(wire, { types, flavors }, place)).toMatchObject({
      type: 'database',
      kind: 'dbaas_postgresql',
      attributes: { vcpu: 2, ramGb: 8, diskGb: 64, engine: 'postgresql', version: '16' },
    })
  })

  it('is told without what nobody knows of it', () => {
    const wire = read({ status: null })
    expect(wire && datastoreOf(wire, { types: new Map(), flavors: new Map() }, place)).toMatchObject({
      status: 'unknown',
      kind: 'dbaas',
      attributes: {},
    })
  })
})
