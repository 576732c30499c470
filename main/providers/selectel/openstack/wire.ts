import { z } from 'zod'
import { looseBool, looseId, looseInstant, looseNumber, looseText } from '#main/providers/http/tolerant.ts'
import { kept } from './kept.ts'

/* Records of OpenStack's services, as far as they are used. Only a record without an identifier is unreadable. */

/** `servers_links`: a list that was cut has a `next` among them. */
export const wireLinks = z
  .array(z.object({ rel: looseText() }))
  .nullish()
  .catch(null)

const address = z.object({
  addr: looseText(),
  version: looseNumber(),
  'OS-EXT-IPS:type': looseText(),
})

export const wireServer = kept(
  z.object({
    id: looseId(),
    name: looseText(),
    status: looseText(),
    created: looseInstant('UTC'),
    flavor: z
      .looseObject({
        id: looseText(),
        vcpus: looseNumber(),
        ram: looseNumber(),
        disk: looseNumber(),
        original_name: looseText(),
      })
      .nullish()
      .catch(null),
    addresses: z.record(z.string(), z.array(address)).nullish().catch(null),
    tags: z.array(z.string()).nullish().catch(null),
    'OS-EXT-AZ:availability_zone': looseText(),
  }),
)
export type WireServer = z.output<typeof wireServer>

export const wireFlavor = kept(
  z.object({
    id: looseId(),
    name: looseText(),
    vcpus: looseNumber(),
    ram: looseNumber(),
    disk: looseNumber(),
  }),
)
export type WireFlavor = z.output<typeof wireFlavor>

export const wireVolume = kept(
  z.object({
    id: looseId(),
    name: looseText(),
    status: looseText(),
    size: looseNumber(),
    availability_zone: looseText(),
    volume_type: looseText(),
    bootable: looseBool(),
    attachments: z
      .array(z.object({ server_id: looseText(), device: looseText() }))
      .nullish()
      .catch(null),
    created_at: looseInstant('UTC'),
  }),
)
export type WireVolume = z.output<typeof wireVolume>

export const wireSnapshot = kept(
  z.object({
    id: looseId(),
    name: looseText(),
    status: looseText(),
    size: looseNumber(),
    volume_id: looseText(),
    created_at: looseInstant('UTC'),
  }),
)
export type WireSnapshot = z.output<typeof wireSnapshot>

export const wirePort = kept(
  z.object({
    id: looseId(),
    name: looseText(),
    status: looseText(),
    device_id: looseText(),
    device_owner: looseText(),
    mac_address: looseText(),
    fixed_ips: z
      .array(z.object({ ip_address: looseText() }))
      .nullish()
      .catch(null),
  }),
)
export type WirePort = z.output<typeof wirePort>

export const wireFloatingIp = kept(
  z.object({
    id: looseId(),
    floating_ip_address: looseText(),
    fixed_ip_address: looseText(),
    port_id: looseText(),
    status: looseText(),
    created_at: looseInstant('UTC'),
  }),
)
export type WireFloatingIp = z.output<typeof wireFloatingIp>

export const wireImage = kept(
  z.object({
    id: looseId(),
    name: looseText(),
    status: looseText(),
    size: looseNumber(),
    created_at: looseInstant('UTC'),
  }),
)
export type WireImage = z.output<typeof wireImage>

export const wireShare = kept(
  z.object({
    id: looseId(),
    name: looseText(),
    status: looseText(),
    size: looseNumber(),
    share_proto: looseText(),
    share_type_name: looseText(),
    availability_zone: looseText(),
    created_at: looseInstant('UTC'),
  }),
)
export type WireShare = z.output<typeof wireShare>

export const wireBalancer = kept(
  z.object({
    id: looseId(),
    name: looseText(),
    provisioning_status: looseText(),
    operating_status: looseText(),
    vip_address: looseText(),
    flavor_id: looseText(),
    created_at: looseInstant('UTC'),
  }),
)
export type WireBalancer = z.output<typeof wireBalancer>
