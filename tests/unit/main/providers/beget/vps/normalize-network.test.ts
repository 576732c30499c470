import { expect, it } from 'vitest'
import {
  normalizeAddress,
  normalizeCopies,
  normalizeNetwork,
} from '#main/providers/beget/vps/normalize-network.ts'
import { wireAddress, wireCopy, wireNetwork } from '#main/providers/beget/vps/wire.ts'

it('a further address belongs to its server, and one of no server to nobody', () => {
  const read = (wire: unknown) => normalizeAddress(wireAddress.parse(wire)).item
  expect(read({ ip: '203.0.113.22', vps_id: '3f0b', region: 'ru1' })).toMatchObject({
    ref: 'ip:203.0.113.22',
    type: 'ip_address',
    attachedTo: '3f0b',
    attributes: { address: '203.0.113.22' },
  })
  expect(read({ ip: '203.0.113.23', vps_id: '' }).attachedTo).toBeNull()
})

it('a private network is named by its range', () => {
  const { item } = normalizeNetwork(
    wireNetwork.parse({ id: 77, subnet: '10.20.0.0', mask: 24, region: 'ru1' }),
  )
  expect(item).toMatchObject({ ref: 'network:77', name: '10.20.0.0/24', type: 'network', region: 'ru1' })
})

it('all copies of one server are one line that does not change when one copy takes the place of another', () => {
  const copies = (days: number[]) =>
    days.map((day) =>
      wireCopy.parse({ id: `c${day}`, vps_id: '3f0b', vps_name: 'web-1', date: `2026-11-0${day}` }),
    )
  const [before] = normalizeCopies(copies([1, 2, 3]), 'vps_backup')
  const [after] = normalizeCopies(copies([2, 3, 4]), 'vps_backup')
  expect(before).toMatchObject({
    ref: 'backup:3f0b',
    name: 'Копии web-1',
    attributes: { copies: 3 },
    attachedTo: '3f0b',
  })
  expect({ ...after, raw: '' }).toEqual({ ...before, raw: '' })
})

it('copies of a database belong to the database, and copies of nothing are left out', () => {
  const wires = [{ id: 'a', service_uuid: 'c7b1', service_name: 'Main PG' }, { id: 'b' }]
  const items = normalizeCopies(
    wires.map((wire) => wireCopy.parse(wire)),
    'postgresql_backup',
  )
  expect(items.map(({ ref }) => ref)).toEqual(['backup:c7b1'])
})
