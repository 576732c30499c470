import type { InventoryItem } from '#main/core/model/findings.ts'
import type { Auth } from '../auth.ts'
import type { Catalogue } from '../openstack/catalogue.ts'
import { askPart } from '../outcome.ts'
import { inParallel } from '../parallel.ts'
import type { Project } from '../projects.ts'
import { scopeOf } from '../scopes.ts'
import { type PoolService, poolAddress, type SelectelSettings } from '../settings.ts'
import type { Measured } from '../usage/collect.ts'
import { tellNetwork, tellServers, tellStored, tellVolumes } from './cloud.ts'
import {
  type Address,
  tellBuckets,
  tellClusters,
  tellDatabases,
  tellDedicated,
  tellRegistries,
} from './managed.ts'
import { type Look, type Pool, type Silence, watched } from './pool.ts'

const POOLS_AT_ONCE = 4

type Parts = { look: Look; auth: Auth; settings: SelectelSettings }
type Task = () => Promise<void>

/** Looks into every project and pool. Each list is a part of its own: one that fails leaves the others as they are. */
export async function collectInventory(parts: Parts, projects: readonly Project[]): Promise<Measured[]> {
  const { run } = parts.look
  const measured: Measured[] = []
  const silence: Silence = new Map()
  const tasks: Task[] = []
  let entered = 0
  run.sink.progress('inventory', 0, null)
  await inParallel(projects, POOLS_AT_ONCE, async (project) => {
    tasks.push(...(await tasksOf(parts, project, silence, measured)))
    entered += 1
    run.sink.progress('inventory', entered, null)
  })
  let done = 0
  run.sink.progress('inventory', done, tasks.length)
  await inParallel(tasks, POOLS_AT_ONCE, async (task) => {
    await task()
    done += 1
    run.sink.progress('inventory', done, tasks.length)
  })
  return measured
}

/** What there is to ask in one project; nothing where its door is closed, which is told. */
async function tasksOf(
  parts: Parts,
  project: Project,
  silence: Silence,
  measured: Measured[],
): Promise<Task[]> {
  const { look, auth, settings } = parts
  const session = auth.session(project)
  let catalogue: Catalogue
  try {
    catalogue = await session.catalogue()
  } catch (error) {
    const scope = scopeOf('project', null, project.id)
    await askPart(look.run, { scope, endpoint: 'project', project: project.name }, () =>
      Promise.reject(error),
    )
    return []
  }
  const registry = { url: poolAddress(settings, 'cr', 'global'), isGuessed: true }
  return [
    ...catalogue.regions.map((region) => {
      const pool = { ...look, session: watched(session, region, silence), catalogue, region }
      return () => tellPool(pool, settings, measured)
    }),
    () => tellRegistries(look, watched(session, '-', silence), registry),
    () => tellDedicated(look, watched(session, '-', silence), settings.apiUrl),
  ]
}

async function tellPool(pool: Pool, settings: SelectelSettings, measured: Measured[]): Promise<void> {
  const addresses = addressesIn(pool, settings)
  const clusters = await tellClusters(pool, addresses.mks)
  const servers = gathering(pool, 'usage', addresses.metric, measured)
  await tellServers(servers.pool, (id) => clusters.get(id) ?? null)
  await tellVolumes(pool)
  await tellNetwork(pool)
  await tellStored(pool)
  const databases = gathering(pool, 'usage/databases', addresses.dbaas, measured)
  await tellDatabases(databases.pool, addresses.dbaas)
  await tellBuckets(pool, addresses.swift)
}

/** The same pool, of which everything that is told and runs is measured later. */
function gathering(
  pool: Pool,
  endpoint: Measured['endpoint'],
  { url: base, isGuessed }: Address,
  measured: Measured[],
): { pool: Pool } {
  const { session, region, run } = pool
  const group: Measured = { endpoint, session, region, base, isGuessed, targets: [] }
  measured.push(group)
  const sink = {
    ...run.sink,
    inventory: (scope: string, items: readonly InventoryItem[]) => {
      for (const { ref, status, attributes } of items) {
        const { vcpu = null, ramGb = null, diskGb = null } = attributes
        if (status === 'running') group.targets.push({ ref, vcpu, ramGb, diskGb })
      }
      return run.sink.inventory(scope, items)
    },
  }
  return { pool: { ...pool, run: { ...run, sink } } }
}

/** Services outside of OpenStack: the catalogue's address where it has one for any pool, else the known one. */
function addressesIn({ catalogue, region, session }: Pool, settings: SelectelSettings) {
  const address = (types: readonly string[], service: PoolService, path = ''): Address => {
    const url = catalogue.find(types, region)
    return url === null
      ? { url: `${poolAddress(settings, service, region)}${path}`, isGuessed: true }
      : { url, isGuessed: false }
  }
  const metric = address(['metric', 'metrics'], 'cloud', '/metric')
  return {
    mks: address(['mks', 'kubernetes'], 'mks'),
    dbaas: address(['dbaas'], 'dbaas'),
    swift: address(['object-store'], 'swift', `/${session.projectId}`),
    metric: { ...metric, url: metric.url.endsWith('/v1') ? metric.url : `${metric.url}/v1` },
  }
}
