import { expect, it } from 'vitest'
import { catalogueOf, wireCatalogue } from '#main/providers/selectel/openstack/catalogue.ts'
import { addressOf, lists } from '#main/providers/selectel/openstack/lists.ts'

const endpoint = (region: string, url: string, more: object = {}) => ({
  interface: 'public',
  region,
  region_id: region,
  url,
  ...more,
})

const catalogue = catalogueOf(
  wireCatalogue.parse([
    {
      type: 'compute',
      endpoints: [
        endpoint('ru-3', 'https://ru-3.example/compute/v2.1/'),
        endpoint('ru-7', 'https://inside.example', { interface: 'internal' }),
      ],
    },
    { type: 'volumev3', endpoints: [endpoint('ru-3', 'https://ru-3.example/volume/v3')] },
    { type: 'block-storage', endpoints: [endpoint('ru-8', 'https://ru-8.example/volume/v3/p1')] },
    { type: 'network', endpoints: [endpoint('ru-3', 'https://ru-3.example/network')] },
    { type: 'load-balancer', endpoints: [endpoint('ru-3', 'https://ru-3.example/lb/v2.0')] },
    'junk',
    { type: 'image', endpoints: [endpoint('ru-9', ''), null] },
  ]),
)
const at = (list: keyof typeof lists, region: string) =>
  addressOf(catalogue, lists[list], { region, projectId: 'p1' })

it('regions are those that have a public address', () => {
  expect(catalogue.regions).toEqual(['ru-3', 'ru-8'])
})

it('addresses fit what the catalogue says: with the project or without it, with the version or without it', () => {
  expect(at('servers', 'ru-3')).toBe('https://ru-3.example/compute/v2.1/servers/detail')
  expect(at('volumes', 'ru-3')).toBe('https://ru-3.example/volume/v3/p1/volumes/detail')
  expect(at('volumes', 'ru-8')).toBe('https://ru-8.example/volume/v3/p1/volumes/detail')
  expect(at('ports', 'ru-3')).toBe('https://ru-3.example/network/v2.0/ports')
  expect(at('balancers', 'ru-3')).toBe('https://ru-3.example/lb/v2.0/lbaas/loadbalancers')
})

it('a service that a region lacks has no address there', () => {
  expect(at('servers', 'ru-7')).toBeNull()
  expect(at('images', 'ru-9')).toBeNull()
})
