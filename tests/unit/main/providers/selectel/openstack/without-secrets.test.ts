import { expect, it } from 'vitest'
import { z } from 'zod'
import { kept } from '#main/providers/selectel/openstack/kept.ts'
import { withoutSecrets } from '#main/providers/selectel/openstack/without-secrets.ts'

it('leaves out whatever stands under a secret’s name, at every depth, and nothing else', () => {
  const record = {
    id: 'x',
    name: 'web-1',
    adminPass: 'CANARY',
    user_data: 'CANARY',
    'OS-EXT-SRV-ATTR:user_data': 'CANARY',
    metadata: { anything: 'CANARY' },
    connection: { MASTER: 'host', redis_password: 'CANARY' },
    list: [{ access_key: 'CANARY', size: 5 }, { token: 'CANARY' }],
    kubeconfig: 'CANARY',
    ca_certificate: 'CANARY',
    flavor: { vcpus: 2, extra_specs: { 'hw:mem': '1' } },
    os_server_id: 'kept',
  }
  expect(withoutSecrets(record)).toEqual({
    id: 'x',
    name: 'web-1',
    connection: { MASTER: 'host' },
    list: [{ size: 5 }, {}],
    flavor: { vcpus: 2, extra_specs: { 'hw:mem': '1' } },
    os_server_id: 'kept',
  })
})

it('bounds what is too deep', () => {
  let deep: unknown = 'CANARY'
  for (let depth = 0; depth < 40; depth += 1) deep = { deep }
  expect(JSON.stringify(withoutSecrets(deep))).not.toContain('CANARY')
})

it('keeps the whole record as text beside what is used of it', () => {
  const schema = kept(z.object({ id: z.string() }))
  expect(schema.parse({ id: 'x', size: 5, token: 'CANARY' })).toEqual({ id: 'x', raw: '{"id":"x","size":5}' })
  expect(schema.safeParse({ size: 5 }).error?.issues[0]?.path).toEqual(['id'])
})
