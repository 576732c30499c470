import { DAY_MS, HOUR_MS, moscow, uuid } from './ids.ts'
import type { Dedicated, Meter, SelectelModel, Shelf, Thing } from './model.ts'
import { type DiskKind, diskMeters, meter, RATES, serverMeters } from './rates.ts'

type Where = {
  name: string
  project?: string
  pool?: string
  /** The zone's letter; null for what stands in none. */
  letter?: string | null
  bornMs?: number
  status?: string
}

const KINDS: Record<Shelf, number> = {
  server: 0xa1,
  volume: 0xa2,
  snapshot: 0xa3,
  port: 0xa4,
  floatingIp: 0xa5,
  image: 0xa6,
  share: 0xa7,
  balancer: 0xa8,
  database: 0xa9,
  cluster: 0xb1,
  registry: 0xb2,
  container: 0xb3,
  dedicated: 0xb4,
}

/** Fills an account: every maker returns what it made, for a test to change. */
export function createMaker(model: SelectelModel) {
  let count = 0

  function put(shelf: Shelf, where: Where, spec: Record<string, unknown>, bill: Thing['bill']): Thing {
    count += 1
    const { name, pool = model.pools[0] ?? 'ru-3', letter = 'a' } = where
    const bornMs = where.bornMs ?? model.nowMs() - 400 * DAY_MS
    const thing: Thing = {
      id: uuid(KINDS[shelf], count),
      name,
      shelf,
      project: where.project ?? model.projects[0]?.id ?? null,
      pool,
      zone: letter === null ? null : `${pool}${letter}`,
      spec: { status: where.status, ...spec },
      bill,
      bornMs,
      goneMs: null,
    }
    model.things.set(thing.id, thing)
    return thing
  }

  const billOf = (product: string, kind: string | null, meters: Meter[], parent: string | null = null) => ({
    product,
    kind,
    hasObject: true,
    parent,
    rates: [{ fromMs: 0, meters }],
    untilMs: null,
  })

  const make = {
    server(
      where: Where & { vcpu?: number; ramMb?: number; address?: string; floating?: string; tags?: string[] },
    ): Thing {
      const { vcpu = 2, ramMb = 4096, address = '10.0.0.5', floating, tags = [] } = where
      return put(
        'server',
        where,
        { vcpu, ramMb, address, floating, tags },
        billOf('vpc', 'cloud_vm', serverMeters(vcpu, ramMb)),
      )
    },
    volume(where: Where & { size?: number; kind?: DiskKind; server?: Thing; device?: string }): Thing {
      const { size = 50, kind = 'fast', server, device = '/dev/vda' } = where
      const spec = { size, kind, server: server?.id ?? null, device }
      const place = server ? { ...where, ...placeOf(server) } : where
      return put(
        'volume',
        place,
        spec,
        billOf('vpc', `volume_gigabytes_${kind}`, diskMeters(kind, size), server?.id),
      )
    },
    port: (where: Where & { server: Thing; address: string }): Thing =>
      put(
        'port',
        { ...where, ...placeOf(where.server) },
        { server: where.server.id, address: where.address },
        null,
      ),
    floatingIp(where: Where & { port?: Thing; address: string }): Thing {
      const { port, address } = where
      const bill = billOf('vpc', 'network_floating_ip', [
        meter('network_floatingips', 'Плавающий IP', 1, RATES.floatingIp, 'item'),
      ])
      return put('floatingIp', { ...where, letter: null }, { port: port?.id ?? null, address }, bill)
    },
    snapshot(where: Where & { size: number; volume: Thing }): Thing {
      const meters = [meter('snapshot_gigabytes_fast', 'Снапшот', where.size, where.size * RATES.snapshotGb)]
      return put(
        'snapshot',
        where,
        { size: where.size, volume: where.volume.id },
        billOf('vpc', 'snapshot_gigabytes_fast', meters),
      )
    },
    image(where: Where & { sizeGb: number }): Thing {
      const meters = [meter('image_gigabytes', 'Образ', where.sizeGb, where.sizeGb * RATES.imageGb)]
      return put(
        'image',
        { ...where, letter: null },
        { bytes: where.sizeGb * 1024 ** 3 },
        billOf('vpc', 'image_gigabytes', meters),
      )
    },
    share(where: Where & { size: number }): Thing {
      const meters = [
        meter('share_gigabytes_basic', 'Файловое хранилище', where.size, where.size * RATES.shareGb),
      ]
      return put('share', where, { size: where.size }, billOf('vpc', 'share_gigabytes_basic', meters))
    },
    balancer(where: Where & { address: string }): Thing {
      const metric = 'load_balancers_single_2_1024'
      const meters = [meter(metric, 'Балансировщик', 1, RATES.balancer, 'item')]
      return put(
        'balancer',
        { ...where, letter: null },
        { address: where.address },
        billOf('vpc', metric, meters),
      )
    },
    database(
      where: Where & { engine: string; vcpu: number; ramMb: number; disk: number; nodes?: number },
    ): Thing {
      const { engine, vcpu, ramMb, disk, nodes = 1 } = where
      const meters = [
        meter('dbaas_compute_cores', 'vCPU', vcpu * nodes, vcpu * nodes * RATES.databaseCores, 'item'),
      ]
      return put(
        'database',
        where,
        { engine, vcpu, ramMb, disk, nodes },
        billOf('dbaas', 'dbaas_datastore', meters),
      )
    },
    cluster(where: Where & { nodes: readonly Thing[] }): Thing {
      const meters = [meter('mks_master_ha', 'Мастер', 1, RATES.cluster, 'item')]
      const spec = { nodes: where.nodes.map(({ id }) => id) }
      return put('cluster', where, spec, billOf('mks', 'mks_cluster', meters))
    },
    registry(where: Where & { sizeGb: number }): Thing {
      const meters = [meter('craas_storage', 'Хранение', where.sizeGb, where.sizeGb * RATES.registryGb)]
      return put(
        'registry',
        { ...where, letter: null },
        { bytes: where.sizeGb * 1024 ** 3 },
        billOf('craas', 'craas_registry', meters),
      )
    },
    container(where: Where & { sizeGb: number }): Thing {
      const meters: Meter[] = [
        meter('storage_gb', 'Хранение', where.sizeGb, where.sizeGb * RATES.containerGb),
        // Traffic says nothing of the place.
        { ...meter('storage_traffic', 'Трафик', 1, 1), region: null },
      ]
      return put(
        'container',
        { ...where, letter: null },
        { bytes: where.sizeGb * 1024 ** 3 },
        billOf('storage', null, meters),
      )
    },
    /** Listed and paid for by the report alone: a month from the first of each of the last months. */
    dedicated(where: Where & { kopecksAMonth: number; months?: number }): Thing {
      const thing = put('dedicated', { ...where, letter: null }, {}, null)
      for (let back = 0; back < (where.months ?? 3); back += 1)
        model.report.push(monthOf(thing, where.kopecksAMonth, back))
      return thing
    },
    /** Something that only the bill knows. `kind` null and `hasObject` false: it does not even say what. */
    billed(
      where: Where & {
        product?: string
        kind: string | null
        meters: Meter[]
        hasObject?: boolean
        parent?: string | null
      },
    ): Thing {
      const { product = 'vpc', kind, meters, hasObject = true, parent = null } = where
      const thing = put('server', where, {}, { ...billOf(product, kind, meters, parent), hasObject })
      thing.shelf = null
      return thing
    },
  }

  function monthOf(thing: Thing, kopecks: number, back: number): Dedicated {
    const now = moscow(model.nowMs())
    const first = new Date(Date.UTC(Number(now.slice(0, 4)), Number(now.slice(5, 7)) - 1 - back, 1))
    const next = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 1))
    return {
      resourceId: thing.id,
      name: thing.name,
      product: 'Выделенные серверы',
      type: 'server',
      project: thing.project,
      from: first.toISOString().slice(0, 19),
      till: new Date(next.getTime() - 1000).toISOString().slice(0, 19),
      kopecks,
      balance: 'main',
    }
  }

  return make
}

const placeOf = ({ project, pool, zone }: Thing) => ({
  ...(project === null ? {} : { project }),
  pool,
  letter: zone?.slice(-1) ?? null,
})

export type Maker = ReturnType<typeof createMaker>

/** What happens between two looks. Everything begins with the hour that runs now. */
export function createChanges(model: SelectelModel) {
  const thisHour = (): number => Math.floor(model.nowMs() / HOUR_MS) * HOUR_MS
  const rate = (thing: Thing, meters: Meter[]): void => {
    thing.bill?.rates.push({ fromMs: thisHour(), meters })
  }
  return {
    /** Gone from the lists; with `isBilled` the bill goes on. */
    remove(thing: Thing, { isBilled = false } = {}): void {
      thing.goneMs = model.nowMs()
      if (thing.bill && !isBilled) thing.bill.untilMs = thisHour()
    },
    resize(server: Thing, vcpu: number, ramMb: number): void {
      Object.assign(server.spec, { vcpu, ramMb })
      rate(server, serverMeters(vcpu, ramMb))
    },
    detach(volume: Thing): void {
      Object.assign(volume.spec, { server: null, status: 'reserved' })
      if (volume.bill) volume.bill.parent = null
    },
    setStatus(thing: Thing, status: string): void {
      thing.spec.status = status
    },
    /** From now on everything costs so many per cent of what it did, in whole kopecks. */
    reprice(percent: number): void {
      for (const thing of model.things.values()) {
        const meters = thing.bill?.rates.at(-1)?.meters ?? []
        if (meters.length === 0) continue
        rate(
          thing,
          meters.map((one) => ({ ...one, kopecks: Math.round((one.kopecks * percent) / 100) })),
        )
      }
    },
  }
}
