import { CANARY } from './canaries.ts'
import { uuid } from './ids.ts'
import type { SelectelModel, Thing } from './model.ts'

/** Records of each list, as the cloud's services word them. What is secret in them is a canary. */

const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 19)
const number = (value: unknown): number => (typeof value === 'number' ? value : 0)

export function serverRecord(
  model: SelectelModel,
  { id, name, spec, project, zone, bornMs }: Thing,
): unknown {
  const { vcpu, ramMb, address, floating } = spec
  const original = `SL1.${vcpu}-${ramMb}`
  const flavor = model.quirks.hasEmbeddedFlavors
    ? { vcpus: vcpu, ram: ramMb, disk: 0, ephemeral: 0, swap: 0, original_name: original, extra_specs: {} }
    : { id: original, links: [] }
  return {
    id,
    name,
    status: spec.status ?? 'ACTIVE',
    created: `${iso(bornMs)}Z`,
    updated: `${iso(bornMs)}Z`,
    tenant_id: project,
    flavor,
    image: '',
    addresses: {
      nat: [
        {
          addr: address,
          version: 4,
          'OS-EXT-IPS:type': 'fixed',
          'OS-EXT-IPS-MAC:mac_addr': 'fa:16:3e:00:00:01',
        },
        ...(floating ? [{ addr: floating, version: 4, 'OS-EXT-IPS:type': 'floating' }] : []),
      ],
    },
    tags: spec.tags,
    metadata: { x_sel_server_password_hash: CANARY.passwordHash },
    'OS-EXT-SRV-ATTR:user_data': CANARY.userData,
    user_data: CANARY.userData,
    adminPass: CANARY.adminPass,
    'OS-EXT-AZ:availability_zone': zone,
    'OS-EXT-STS:power_state': 1,
    'os-extended-volumes:volumes_attached': [],
  }
}

export const flavorRecords = (things: Iterable<Thing>): { id: string }[] => {
  const flavors = new Map<string, { id: string }>()
  for (const { shelf, spec } of things) {
    if (shelf !== 'server') continue
    const id = `SL1.${spec.vcpu}-${spec.ramMb}`
    flavors.set(id, { id, name: id, vcpus: spec.vcpu, ram: spec.ramMb, disk: 0 } as { id: string })
  }
  return [...flavors.values()]
}

export const volumeRecord = ({ id, name, spec, zone, bornMs }: Thing): unknown => ({
  id,
  name,
  status: spec.status ?? (spec.server ? 'in-use' : 'available'),
  size: spec.size,
  availability_zone: zone,
  volume_type: `${spec.kind}.${zone}`,
  bootable: spec.device === '/dev/vda' ? 'true' : 'false',
  attachments: spec.server
    ? [{ id, attachment_id: uuid(0xc1, 1), server_id: spec.server, device: spec.device }]
    : [],
  metadata: { license_key: CANARY.volumeMetadata },
  encryption_secret: CANARY.encryptionKey,
  created_at: iso(bornMs),
})

export const snapshotRecord = ({ id, name, spec, bornMs }: Thing): unknown => ({
  id,
  name,
  status: spec.status ?? 'available',
  size: spec.size,
  volume_id: spec.volume,
  created_at: iso(bornMs),
})

export const portRecord = ({ id, name, spec, project }: Thing): unknown => ({
  id,
  name,
  status: 'ACTIVE',
  project_id: project,
  device_id: spec.server,
  device_owner: 'compute:ru-3a',
  mac_address: 'fa:16:3e:00:00:02',
  fixed_ips: [{ subnet_id: uuid(0xc2, 1), ip_address: spec.address }],
})

export const floatingIpRecord = ({ id, spec, project, bornMs }: Thing): unknown => ({
  id,
  floating_ip_address: spec.address,
  fixed_ip_address: spec.port ? '10.0.0.5' : null,
  port_id: spec.port,
  status: spec.status ?? (spec.port ? 'ACTIVE' : 'DOWN'),
  project_id: project,
  created_at: `${iso(bornMs)}Z`,
})

export const imageRecord = ({ id, name, spec, bornMs }: Thing): unknown => ({
  id,
  name,
  size: spec.bytes,
  status: spec.status ?? 'active',
  visibility: 'private',
  created_at: `${iso(bornMs)}Z`,
})

export const shareRecord = ({ id, name, spec, zone, bornMs }: Thing): unknown => ({
  id,
  name,
  size: spec.size,
  status: spec.status ?? 'available',
  share_proto: 'NFS',
  share_type_name: 'basic',
  availability_zone: zone,
  created_at: iso(bornMs),
  access_key: CANARY.shareKey,
})

export const balancerRecord = ({ id, name, spec, bornMs }: Thing): unknown => ({
  id,
  name,
  provisioning_status: spec.status ?? 'ACTIVE',
  operating_status: 'ONLINE',
  vip_address: spec.address,
  vip_port_id: uuid(0xc3, 1),
  flavor_id: uuid(0xc4, 1),
  created_at: iso(bornMs),
})

const ENGINES = ['postgresql', 'mysql', 'redis', 'kafka']
const engineId = (engine: unknown): string => uuid(0xc5, ENGINES.indexOf(String(engine)))
export const datastoreTypes = ENGINES.map((engine, index) => ({
  id: uuid(0xc5, index),
  engine,
  version: '16',
}))

export const databaseRecord = ({ id, name, spec, project, zone, bornMs }: Thing): unknown => ({
  id,
  name,
  status: spec.status ?? 'ACTIVE',
  created_at: `${iso(bornMs)}Z`,
  updated_at: `${iso(bornMs)}Z`,
  project_id: project,
  type_id: engineId(spec.engine),
  flavor: { vcpus: spec.vcpu, ram: spec.ramMb, disk: spec.disk, disk_type: 'local' },
  instances: Array.from({ length: number(spec.nodes) }, (_, index) => ({
    id: uuid(0xc6, index),
    ip: `192.168.0.${10 + index}`,
    floating_ip: '',
    role: index === 0 ? 'MASTER' : 'REPLICA',
    status: 'ACTIVE',
    availability_zone: zone,
  })),
  node_count: spec.nodes,
  disk_used: 12,
  connection: { MASTER: `master.${id}.c.dbaas.selcloud.ru` },
  config: {},
  redis_password: CANARY.databasePassword,
})

export const clusterRecord = ({ id, name, spec, project, pool, bornMs }: Thing): unknown => ({
  id,
  name,
  status: spec.status ?? 'ACTIVE',
  created_at: `${iso(bornMs)}Z`,
  project_id: project,
  kube_api_ip: '203.0.113.80',
  kube_version: '1.31.4',
  region: pool,
  zonal: false,
  kubeconfig: CANARY.kubeConfig,
})

export const nodeGroupRecord = ({ id, spec, zone }: Thing): unknown => ({
  id: uuid(0xc7, 1),
  status: 'ACTIVE',
  cluster_id: id,
  flavor_id: '1013',
  volume_gb: 60,
  availability_zone: zone,
  nodes: (Array.isArray(spec.nodes) ? spec.nodes : []).map((os_server_id: unknown, index) => ({
    id: uuid(0xc8, index),
    hostname: `node-${index}`,
    ip: '10.222.0.5',
    os_server_id,
  })),
  enable_autoscale: true,
  autoscale_min_nodes: 1,
  autoscale_max_nodes: 5,
})

export const registryRecord = ({ id, name, spec, bornMs }: Thing): unknown => ({
  id,
  name,
  createdAt: `${iso(bornMs)}Z`,
  status: spec.status ?? 'ACTIVE',
  size: spec.bytes,
  sizeLimit: 20 * 1024 ** 3,
  used: 3.4,
  token: CANARY.registryToken,
})

export const containerRecord = ({ name, spec }: Thing): unknown => ({
  name,
  bytes: spec.bytes,
  count: 12,
  last_modified: '2026-02-01T00:00:00.000000',
})

export const dedicatedRecord = ({ id, name, spec }: Thing): unknown => ({
  uuid: id,
  state: spec.status ?? 'active',
  location_uuid: uuid(0xc9, 1),
  service_uuid: uuid(0xca, 1),
  service_type: 'server',
  hw_uuid: uuid(0xcb, 1),
  info: { ipmi_password: CANARY.ipmiPassword },
  user_desc: name,
  billing: {
    currency: 'main',
    current_price_plan: { uuid: uuid(0xcc, 1), name: '1 month' },
    has_enough_balance: true,
  },
})
