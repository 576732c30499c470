import { afterEach, describe, expect, it } from 'vitest'
import { money } from '#main/core/money/money.ts'
import { HOUR_MS } from '#tests/fakes/selectel/ids.ts'
import { startWorld, stopWorlds } from './account.ts'

afterEach(stopWorlds)

describe('the inventory', () => {
  it('lists servers with their size, addresses and tags', async () => {
    const { fake, look } = await startWorld()
    const web = fake.make.server({
      name: 'web-1',
      vcpu: 4,
      ramMb: 8192,
      address: '10.0.0.11',
      floating: '203.0.113.11',
      tags: ['prod'],
    })
    const sink = await look()
    const { raw: _, ...item } = sink.item(web.id)
    expect(item).toEqual({
      ref: web.id,
      name: 'web-1',
      type: 'server',
      kind: 'server',
      service: 'Облачные серверы',
      region: 'ru-3',
      zone: 'ru-3a',
      status: 'running',
      project: 'prod',
      createdAtMs: web.bornMs,
      price: null,
      attachedTo: null,
      attributes: {
        vcpu: 4,
        ramGb: 8,
        flavor: 'SL1.4-8192',
        address: '203.0.113.11',
        addresses: ['203.0.113.11', '10.0.0.11'],
      },
      tags: [{ key: 'prod', value: '' }],
    })
  })

  it.each([
    ['names the flavor only', { hasEmbeddedFlavors: false }],
    ['knows no versions at all', { hasEmbeddedFlavors: false, refusesVersions: true }],
  ])('joins servers with their flavors where the cloud %s', async (_, quirks) => {
    const { fake, look } = await startWorld({ quirks })
    const web = fake.make.server({ name: 'web-1', vcpu: 4, ramMb: 8192 })
    expect((await look()).item(web.id).attributes).toMatchObject({ vcpu: 4, ramGb: 8, flavor: 'SL1.4-8192' })
  })

  it('says to which server volumes, ports and addresses belong', async () => {
    const { fake, look } = await startWorld()
    const web = fake.make.server({ name: 'web-1', address: '10.0.0.11' })
    const disk = fake.make.volume({ name: 'disk-for-web-1', size: 60, kind: 'fast', server: web })
    const free = fake.make.volume({ name: 'old', size: 500, kind: 'basic', status: 'reserved', letter: 'b' })
    const port = fake.make.port({ name: '', server: web, address: '10.0.0.11' })
    const used = fake.make.floatingIp({ name: '', port, address: '203.0.113.11' })
    const idle = fake.make.floatingIp({ name: '', address: '203.0.113.99' })
    const sink = await look()
    expect(sink.item(disk.id)).toMatchObject({
      type: 'volume',
      kind: 'fast.ru-3a',
      attachedTo: web.id,
      status: 'running',
      zone: 'ru-3a',
      attributes: { diskGb: 60, diskType: 'fast', isBootable: true, device: '/dev/vda' },
    })
    expect(sink.item(free.id)).toMatchObject({
      attachedTo: null,
      status: 'stopped',
      region: 'ru-3',
      zone: 'ru-3b',
    })
    expect(sink.item(port.id)).toMatchObject({
      type: 'network',
      attachedTo: web.id,
      attributes: { address: '10.0.0.11' },
    })
    expect(sink.item(used.id)).toMatchObject({ type: 'ip_address', name: '203.0.113.11', attachedTo: web.id })
    expect(sink.item(idle.id)).toMatchObject({ attachedTo: null, status: 'stopped' })
  })

  it('does not call an address idle that hangs on what is no server', async () => {
    const { fake, look } = await startWorld()
    const address = fake.make.floatingIp({ name: '', address: '203.0.113.20' })
    address.spec.port = 'port-of-a-balancer'
    expect((await look()).item(address.id).attachedTo).toBe('port-of-a-balancer')
  })

  it('counts the nodes of a cluster once, as servers that say whose they are', async () => {
    const { fake, look } = await startWorld()
    const nodes = ['a', 'b'].map((letter) => fake.make.server({ name: `node-${letter}` }))
    const cluster = fake.make.cluster({ name: 'staging', nodes })
    const alone = fake.make.server({ name: 'alone' })
    const sink = await look()
    expect(sink.refs().filter((ref) => nodes.some(({ id }) => id === ref))).toHaveLength(2)
    expect(nodes.map(({ id }) => sink.item(id).attributes.cluster)).toEqual(['staging', 'staging'])
    expect(sink.item(alone.id).attributes).not.toHaveProperty('cluster')
    expect(sink.item(cluster.id)).toMatchObject({
      type: 'kubernetes',
      status: 'running',
      attributes: { nodes: 2, nodeGroups: 1, maxNodes: 5, version: '1.31.4' },
    })
  })

  it('lists everything else that is sold', async () => {
    const { fake, look } = await startWorld()
    const { make } = fake
    const volume = make.volume({ name: 'data', size: 50 })
    const things = {
      snapshot: make.snapshot({ name: 'before', size: 50, volume }),
      image: make.image({ name: 'golden', sizeGb: 8 }),
      share: make.share({ name: 'files', size: 300 }),
      balancer: make.balancer({ name: 'front', address: '203.0.113.20' }),
      orders: make.database({
        name: 'orders',
        engine: 'postgresql',
        vcpu: 4,
        ramMb: 16_384,
        disk: 128,
        nodes: 2,
      }),
      sessions: make.database({ name: 'sessions', engine: 'redis', vcpu: 2, ramMb: 4096, disk: 20 }),
      registry: make.registry({ name: 'images', sizeGb: 12 }),
      dedicated: make.dedicated({ name: 'db-host', kopecksAMonth: 1_850_000 }),
    }
    const sink = await look()
    const found = Object.fromEntries(
      Object.entries(things).map(([key, { id }]) => {
        const { type, status, region, attributes } = sink.item(id)
        return [key, { type, status, region, attributes }]
      }),
    )
    const common = { status: 'running', region: 'ru-3' }
    expect(found).toEqual({
      snapshot: { ...common, type: 'snapshot', attributes: { diskGb: 50, volume: volume.id } },
      image: { ...common, type: 'image', attributes: { diskGb: 8 } },
      share: { ...common, type: 'file_storage', attributes: { diskGb: 300, protocol: 'NFS' } },
      balancer: {
        ...common,
        type: 'load_balancer',
        attributes: { address: '203.0.113.20', flavor: expect.any(String) },
      },
      orders: {
        ...common,
        type: 'database',
        attributes: {
          vcpu: 4,
          ramGb: 16,
          diskGb: 128,
          nodes: 2,
          engine: 'postgresql',
          version: '16',
          address: '192.168.0.10',
        },
      },
      sessions: expect.objectContaining({ type: 'cache' }),
      registry: {
        status: 'running',
        region: null,
        type: 'registry',
        attributes: { diskGb: 12, limitGb: 20 },
      },
      dedicated: {
        status: 'running',
        region: 'Москва, MSK-2',
        type: 'dedicated',
        attributes: { configuration: 'EL09-SSD', plan: '1 month', hasEnoughBalance: true },
      },
    })
  })

  it('agrees with the bill on what a thing is called and where it is', async () => {
    const { look } = await startWorld({ filling: 'sample' })
    const sink = await look()
    const listed = new Map(sink.listed.map(({ scope, item }) => [item.ref, { scope, item }]))
    const both = sink.bill.flatMap((billed) => {
      const found = listed.get(billed.ref)
      return found ? [{ billed, ...found }] : []
    })
    expect(both.length).toBeGreaterThan(15)
    for (const { billed, scope, item } of both) {
      expect([billed.service, billed.project]).toEqual([item.service, item.project])
      expect([billed.ref, billed.expectedIn]).toEqual([item.ref, scope])
    }
  })

  it('misses what is billed though it is gone: the place where it would be has answered', async () => {
    const { fake, look } = await startWorld()
    const zombie = fake.make.server({ name: 'annemarie' })
    fake.change.remove(zombie, { isBilled: true })
    const sink = await look()
    const { expectedIn } = sink.bill[0] ?? {}
    expect(sink.refs()).not.toContain(zombie.id)
    expect(sink.outcomeOf(expectedIn ?? '')).toMatchObject({ status: 'done', found: 0 })
  })

  it('leaves out what is only still on the list, deleted', async () => {
    const { fake, look } = await startWorld()
    const gone = fake.make.server({ name: 'gone', status: 'SOFT_DELETED' })
    expect((await look()).refs()).not.toContain(gone.id)
  })

  it('finds every project: billed, in the account’s list, or open to the service user alone', async () => {
    const { fake, look } = await startWorld()
    fake.model.projects.push({ id: 'c'.repeat(32), name: 'secret' })
    const [first, second, third] = fake.model.projects.map(({ id }) => id)
    const ids = [first, second, third].map((id) => id ?? '')
    fake.model.hiddenFrom.bill = new Set(ids.slice(1))
    fake.model.hiddenFrom.account = new Set([ids[0] ?? '', ids[2] ?? ''])
    const servers = ids.map((project) =>
      fake.make.server({ name: project.slice(0, 4), project, bornMs: fake.model.nowMs() }),
    )
    const sink = await look()
    expect(sink.refs().sort()).toEqual(servers.map(({ id }) => id).sort())
    expect(servers.map(({ id }) => sink.item(id).project)).toEqual(['prod', 'stage', 'secret'])
  })

  it('does not knock at projects that only the past names', async () => {
    const { fake, look } = await startWorld()
    const past = { id: 'e'.repeat(32), name: 'closed long ago' }
    fake.model.projects.push(past)
    fake.model.hiddenFrom.account = new Set([past.id])
    fake.model.entrances = new Set(fake.model.projects.slice(0, 2).map(({ id }) => id))
    const sink = await look()
    expect(fake.doors.logins.map(({ scope }) => scope)).not.toContain(past.id)
    expect(sink.outcomes.filter(({ status }) => status !== 'done')).toEqual([])
    // Where nobody says which are there, all are tried.
    fake.model.denied.add('projects')
    const unsure = await look()
    expect(unsure.outcomeOf(`project/-/${past.id}`).status).toBe('forbidden')
  })

  it('keeps names fit for a list, whatever was typed, and believes a repeated record once', async () => {
    const { fake, look } = await startWorld()
    const names = ['🦊 сервер', '\u202egpj.exe', 'a\u0000b\nc', 'x'.repeat(10_000_000), '', '   ']
    const servers = names.map((name) => fake.make.server({ name }))
    fake.fault('GET /cloud/:pool/compute/v2.1/servers/detail', {
      kind: 'change',
      change: (json) => {
        const { servers: list } = json as { servers: unknown[] }
        return { servers: [...list, ...list.slice(0, 2)] }
      },
    })
    fake.model.projects.splice(1)
    fake.model.pools.splice(1)
    const sink = await look()
    const shown = servers.map(({ id }) => sink.item(id).name)
    expect(shown.slice(0, 3)).toEqual(['🦊 сервер', 'gpj.exe', 'a b c'])
    expect(shown[3]).toHaveLength(300)
    expect(shown.slice(4)).toEqual([servers[4]?.id, servers[5]?.id])
    expect(sink.bill.map(({ name }) => name)).toEqual(shown)
    expect(sink.refs()).toHaveLength(6)
    for (const { item } of sink.listed) expect(item.raw.length).toBeLessThanOrEqual(16_000)
    for (const { raw } of sink.bill) expect(raw.length).toBeLessThanOrEqual(16_000)
  })

  it('gives a price from the list to what the bill does not know yet, and says where it is from', async () => {
    const { fake, look, ports } = await startWorld()
    ports.clock.set('2026-11-20T09:40:00Z')
    const bornMs = ports.clock.nowMs() - HOUR_MS / 4
    const fresh = fake.make.server({ name: 'fresh', vcpu: 2, ramMb: 3072, bornMs })
    const disk = fake.make.volume({ name: 'fresh-disk', size: 10, kind: 'fast', bornMs })
    const own = fake.make.volume({ name: 'own-price', size: 10, kind: 'basic', bornMs, letter: 'b' })
    const free = fake.make.server({ name: 'free of charge' })
    free.bill = null
    const old = fake.make.server({ name: 'old' })
    const sink = await look()
    const price = (amount: string) => ({ amount: money(amount, 'RUB'), period: 'hour' })
    // 2 × 90 + 3 × 32 kopecks; 10 × 8; our own price of 3 against everybody's 1 and another account's 1000
    expect(sink.item(fresh.id)).toMatchObject({ price: price('2.76'), attributes: { priceFrom: 'list' } })
    expect(sink.item(disk.id).price).toEqual(price('0.8'))
    expect(sink.item(own.id).price).toEqual(price('0.3'))
    for (const { id } of [free, old]) {
      expect(sink.item(id).price).toBeNull()
      expect(sink.item(id).attributes).not.toHaveProperty('priceFrom')
    }
  })

  it('reads long lists to their end', async () => {
    const { fake, look } = await startWorld({ quirks: { hasMetrics: false } })
    for (let index = 0; index < 1100; index += 1) fake.make.server({ name: `node-${index}` })
    const sink = await look()
    expect(sink.bill).toHaveLength(1100)
    expect(new Set(sink.refs()).size).toBe(1100)
    const servers = fake.seen('GET /cloud/:pool/compute/v2.1/servers/detail')
    expect(servers.filter(({ query }) => query.has('marker'))).toHaveLength(5)
  })
})
