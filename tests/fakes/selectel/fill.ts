import { DAY_MS, HOUR_MS } from './ids.ts'
import type { createChanges, Maker } from './make.ts'
import type { SelectelModel } from './model.ts'
import { meter } from './rates.ts'

/** One of everything, with what goes wrong in real accounts: a zombie, an orphan, a service that nobody knows. */
export function sampleAccount(
  model: SelectelModel,
  make: Maker,
  change: ReturnType<typeof createChanges>,
): void {
  const [prod, stage] = model.projects
  const [, second = 'ru-7'] = model.pools
  const inStage = { project: stage?.id ?? '', pool: second }
  const web = make.server({
    name: 'web-1',
    vcpu: 4,
    ramMb: 8192,
    address: '10.0.0.11',
    floating: '203.0.113.11',
    tags: ['prod', 'web'],
  })
  make.volume({ name: 'disk-for-web-1', size: 60, kind: 'fast', server: web })
  make.volume({ name: 'web-1-data', size: 200, kind: 'universal', server: web, device: '/dev/vdb' })
  const port = make.port({ name: '', server: web, address: '10.0.0.11' })
  make.floatingIp({ name: '', port, address: '203.0.113.11' })
  make.floatingIp({ name: '', address: '203.0.113.99' })
  const stopped = make.server({
    name: 'batch',
    vcpu: 8,
    ramMb: 16_384,
    address: '10.0.0.12',
    status: 'SHUTOFF',
    letter: 'b',
  })
  make.volume({ name: 'disk-for-batch', size: 100, kind: 'basic', server: stopped })
  const old = make.volume({ name: 'old-backup', size: 500, kind: 'basic', status: 'reserved', letter: 'b' })
  make.snapshot({ name: 'before-upgrade', size: 60, volume: old })
  make.image({ name: 'golden', sizeGb: 8, pool: model.pools[0] ?? 'ru-3' })
  make.share({ name: 'shared-files', size: 300 })
  make.balancer({ name: 'front', address: '203.0.113.20' })
  make.database({ name: 'orders', engine: 'postgresql', vcpu: 4, ramMb: 16_384, disk: 128, nodes: 2 })
  make.database({ name: 'sessions', engine: 'redis', vcpu: 2, ramMb: 4096, disk: 20 })
  const nodes = ['a', 'b'].map((letter) =>
    make.server({
      ...inStage,
      name: `k8s-node-${letter}`,
      vcpu: 4,
      ramMb: 8192,
      address: `10.222.0.${letter === 'a' ? 5 : 6}`,
    }),
  )
  make.cluster({ ...inStage, name: 'staging', nodes })
  make.registry({ name: 'images', sizeGb: 12 })
  make.container({ name: 'backups', sizeGb: 900 })
  make.container({ name: 'backups_segments', sizeGb: 100 })
  make.dedicated({ name: 'db-host', kopecksAMonth: 1_850_000, ...(prod ? { project: prod.id } : {}) })

  const zombie = make.server({ name: 'annemarie', vcpu: 1, ramMb: 1024, address: '10.0.0.66' })
  change.remove(zombie, { isBilled: true })
  make.billed({
    name: 'qpu-1',
    kind: 'quantum_vm',
    meters: [meter('quantum_seconds', 'Кубиты', 10, 777, 'item')],
  })
  make.billed({
    name: '',
    kind: null,
    hasObject: false,
    product: 'cdn',
    meters: [meter('cdn_traffic', 'Трафик CDN', 40, 63)],
    letter: null,
  })
  make.server({
    name: 'newcomer',
    vcpu: 1,
    ramMb: 2048,
    address: '10.0.0.77',
    bornMs: model.nowMs() - HOUR_MS / 4,
  })
  model.transactions.push({
    id_meta: { id: [1] },
    transaction_type: 'deposit',
    transaction_group: 'payment',
    balance: 'main',
    price: 5_000_000,
    state: 'approved',
    created: new Date(model.nowMs() - 5 * DAY_MS).toISOString().slice(0, 19),
    dir: 'incoming',
    public_description: { ru: 'Пополнение', en: 'Top up' },
    description: { ru: '', en: '' },
    server_meta: {},
  })
}

/** Servers with a volume and a port each, spread over projects and pools. The port is no resource of its own. */
export function fillAccount(model: SelectelModel, make: Maker, resources: number, daysOld: number): void {
  const bornMs = model.nowMs() - daysOld * DAY_MS
  for (let index = 0; index < Math.ceil(resources / 2); index += 1) {
    const project = model.projects[index % model.projects.length]?.id ?? ''
    const pool = model.pools[Math.floor(index / model.projects.length) % model.pools.length] ?? 'ru-3'
    const address = `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`
    const server = make.server({
      name: `node-${index}`,
      project,
      pool,
      address,
      vcpu: 2,
      ramMb: 4096,
      bornMs,
    })
    make.volume({ name: `disk-for-node-${index}`, size: 40, kind: 'universal', server, bornMs })
    make.port({ name: '', server, address, bornMs })
  }
}
