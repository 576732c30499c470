import { z } from 'zod'
import { eachOf } from '#main/providers/http/each-of.ts'
import { looseBool, looseId, looseInstant, looseNumber, looseText } from '#main/providers/http/tolerant.ts'
import { kept } from '../openstack/kept.ts'

const common = { id: looseId(), name: looseText(), status: looseText(), created_at: looseInstant('UTC') }

const size = z.object({ vcpus: looseNumber(), ram: looseNumber(), disk: looseNumber() }).nullish().catch(null)

export const wireDatastores = z.object({
  datastores: eachOf(
    kept(
      z.object({
        ...common,
        type_id: looseText(),
        flavor_id: looseText(),
        flavor: size,
        node_count: looseNumber(),
        disk_used: looseNumber(),
        instances: z
          .array(z.object({ ip: looseText(), floating_ip: looseText(), availability_zone: looseText() }))
          .nullish()
          .catch(null),
      }),
    ),
  ),
})
export type WireDatastore = z.output<typeof wireDatastores>['datastores']['items'][number]

export const wireDatastoreTypes = z.object({
  'datastore-types': eachOf(z.object({ id: looseId(), engine: looseText(), version: looseText() })),
})
export type WireDatastoreType = z.output<typeof wireDatastoreTypes>['datastore-types']['items'][number]

export const wireDbaasFlavors = z.object({
  flavors: eachOf(z.object({ id: looseId(), vcpus: looseNumber(), ram: looseNumber(), disk: looseNumber() })),
})

export const wireClusters = z.object({
  clusters: eachOf(
    kept(
      z.object({
        ...common,
        kube_version: looseText(),
        kube_api_ip: looseText(),
        zonal: looseBool(),
      }),
    ),
  ),
})
export type WireCluster = z.output<typeof wireClusters>['clusters']['items'][number]

export const wireNodeGroups = z.object({
  nodegroups: eachOf(
    z.object({
      id: looseId(),
      volume_gb: looseNumber(),
      availability_zone: looseText(),
      enable_autoscale: looseBool(),
      autoscale_min_nodes: looseNumber(),
      autoscale_max_nodes: looseNumber(),
      nodes: eachOf(z.object({ id: looseId(), os_server_id: looseText() })),
    }),
  ),
})
export type WireNodeGroup = z.output<typeof wireNodeGroups>['nodegroups']['items'][number]

export const wireRegistries = eachOf(
  kept(
    z.object({
      id: looseId(),
      name: looseText(),
      status: looseText(),
      createdAt: looseInstant('UTC'),
      size: looseNumber(),
      sizeLimit: looseNumber(),
    }),
  ),
)
export type WireRegistry = z.output<typeof wireRegistries>['items'][number]

export const wireContainers = eachOf(
  kept(z.object({ name: looseId(), bytes: looseNumber(), count: looseNumber() })),
)
export type WireContainer = z.output<typeof wireContainers>['items'][number]

export const wireDedicated = z.object({
  result: eachOf(
    kept(
      z.object({
        uuid: looseId(),
        state: looseText(),
        location_uuid: looseText(),
        service_uuid: looseText(),
        service_type: looseText(),
        user_desc: looseText(),
        billing: z
          .object({
            current_price_plan: z.object({ name: looseText() }).nullish().catch(null),
            has_enough_balance: looseBool(),
          })
          .nullish()
          .catch(null),
      }),
    ),
  ),
})
export type WireDedicated = z.output<typeof wireDedicated>['result']['items'][number]

export const wireNamed = z.object({
  result: eachOf(z.object({ uuid: looseId(), name: looseText(), config_name: looseText() })),
})
