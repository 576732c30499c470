import type { Price } from '#main/core/model/findings.ts'
import { cleanName, rawText } from '#main/core/model/raw.ts'
import { toText } from '#main/core/money/money.ts'
import { normalizePrice } from '#main/core/money/price.ts'
import { sumPrices } from '#main/core/sync/prices.ts'
import type { ResourceStatus } from '#shared/contract/resources.ts'
import { type Finding, firstText, itemOf, known, type Names, statusOf } from '../common/finding.ts'
import { type Rate, rateOf } from '../common/prices.ts'
import { gbOfBytes, gbOfMb } from '../common/sizes.ts'
import { strip } from '../common/strip.ts'
import { KEPT_OF_IMAGE, KEPT_OF_SERVER, KEPT_OF_SNAPSHOT } from './keep.ts'
import type { WireImage, WireServer, WireSnapshot } from './wire.ts'

const SERVER_STATES: Readonly<Record<string, ResourceStatus>> = {
  RUNNING: 'running',
  STOPPED: 'stopped',
  CREATING: 'changing',
  STARTING: 'changing',
  STOPPING: 'changing',
  RESTARTING: 'changing',
  RECONFIGURING: 'changing',
  REINSTALLING: 'changing',
  REMOVING: 'changing',
  REMOVED: 'gone',
}

function serverState(wire: WireServer): ResourceStatus {
  const state = statusOf(SERVER_STATES, wire.status)
  if (state === 'gone') return state
  if (wire.archived) return 'blocked'
  if (wire.host_unavailable) return 'error'
  const isOnItsWay = wire.unblocking || wire.unarchiving || wire.migrating || wire.restoring
  return isOnItsWay ? 'changing' : state
}

/** A server costs what its configuration costs and what is licensed on it. */
export function normalizeServer(wire: WireServer, names: Names): Finding {
  const { configuration, software } = wire
  const own = rateOf(configuration.price_day, configuration.price_month)
  const preset = configuration.id === null ? undefined : names.prices.get(configuration.id)
  const machine: Rate = own.price === null && preset ? { price: preset, isUnread: false } : own
  const licences = software.license.map((licence) => {
    const { daily, monthly } = licence.billing
    return { name: firstText(licence.display_name, licence.type), rate: licenceRate(daily, monthly) }
  })
  const paid = licences.map(({ rate }) => rate.price).filter((price) => price !== null)
  const isPriceUnread = machine.isUnread || licences.some(({ rate }) => rate.isUnread)
  return {
    isPriceUnread,
    item: itemOf({
      ref: wire.id,
      name: cleanName(firstText(wire.display_name, wire.hostname, wire.slug), wire.id),
      type: 'server',
      kind: 'vps',
      service: 'VPS',
      region: firstText(wire.region, configuration.region),
      status: serverState(wire),
      project: wire.project_id === null ? null : (names.projects.get(wire.project_id) ?? null),
      createdAtMs: wire.date_create,
      price: sumPrices([...(machine.price ? [machine.price] : []), ...paid]),
      attributes: known({
        vcpu: configuration.cpu_count,
        ramGb: gbOfMb(configuration.memory),
        diskGb: gbOfMb(configuration.disk_size),
        networkMbps: configuration.bandwidth_public,
        address: wire.ip_address,
        ...softwareOf(software),
        addresses: addressesOf(wire),
        privateAddresses: wire.private_network.flatMap(({ ip }) => ip),
        hostname: wire.hostname,
        domain: wire.technical_domain,
        tariff: configuration.name,
        cpuClass: configuration.group,
        licences: licences.flatMap(({ name }) => (name === null ? [] : [name])),
        licencesDaily: dailyText(sumPrices(paid)),
        description: wire.description,
        isInRescueMode: wire.rescue_mode,
      }),
      raw: rawText(strip(wire.raw, KEPT_OF_SERVER)),
    }),
  }
}

type Licence = WireServer['software']['license'][number]['billing']

const licenceRate = (daily: Licence['daily'], monthly: Licence['monthly']): Rate => {
  const byDay = rateOf(daily.price_day, daily.price_month)
  return byDay.price === null && !byDay.isUnread ? rateOf(null, monthly.price_month) : byDay
}

const dailyText = (price: Price | null): string | null =>
  price === null ? null : toText(normalizePrice(price.amount, price.period).daily).amount

const SYSTEMS =
  /^(ubuntu|debian|centos|alma|rocky|fedora|oracle|windows|freebsd|astra|alt|red.?os|suse|opensuse|arch|vz)/i

/** Beget sells a server with a system or with an application on it, in one field. */
function softwareOf({ name, display_name, version, status }: WireServer['software']) {
  const title = firstText(display_name, name)
  if (title === null) return {}
  const shown = version === null || title.includes(version) ? title : `${title} ${version}`
  const isReady = status === null || status.toUpperCase() === 'INSTALLED'
  const state = isReady ? null : status
  return SYSTEMS.test(title) ? { os: shown, softwareState: state } : { software: shown, softwareState: state }
}

function addressesOf({ ip_address, additional_ip_address }: WireServer): string[] {
  const all = [...new Set([...(ip_address ? [ip_address] : []), ...additional_ip_address])]
  return all.length > 1 ? all : []
}

const COPY_STATES: Readonly<Record<string, ResourceStatus>> = {
  DONE: 'running',
  CREATED: 'running',
  CREATING: 'changing',
  RESTORING: 'changing',
  CONVERTING: 'changing',
  MIGRATING: 'changing',
  ERROR: 'error',
  DELETED: 'gone',
}

export function normalizeSnapshot(wire: WireSnapshot): Finding {
  const { price, isUnread } = rateOf(wire.price_day, null)
  const name = firstText(wire.description, wire.vps_name)
  return {
    isPriceUnread: isUnread,
    item: itemOf({
      ref: wire.id,
      name: cleanName(name, wire.id),
      type: 'snapshot',
      kind: 'vps_snapshot',
      service: 'VPS',
      region: wire.region,
      status: statusOf(COPY_STATES, wire.status),
      createdAtMs: wire.date_create,
      price,
      attachedTo: wire.vps_exists === false ? null : wire.vps_id,
      attributes: known({ diskGb: gbOfBytes(wire.size), server: wire.vps_name }),
      raw: rawText(strip(wire.raw, KEPT_OF_SNAPSHOT)),
    }),
  }
}

export function normalizeImage(wire: WireImage): Finding {
  const { price, isUnread } = rateOf(wire.price, null)
  return {
    isPriceUnread: isUnread,
    item: itemOf({
      ref: wire.id,
      name: cleanName(wire.name, wire.id),
      type: 'image',
      kind: 'vps_image',
      service: 'VPS',
      region: wire.region,
      status: statusOf(COPY_STATES, wire.status),
      createdAtMs: wire.created_at,
      price,
      attributes: known({
        diskGb: gbOfBytes(wire.size_bytes),
        virtualDiskGb: gbOfBytes(wire.disk_size_bytes),
      }),
      raw: rawText(strip(wire.raw, KEPT_OF_IMAGE)),
    }),
  }
}
