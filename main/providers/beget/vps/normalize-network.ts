import type { InventoryItem } from '#main/core/model/findings.ts'
import { cleanName, rawText } from '#main/core/model/raw.ts'
import { type Finding, itemOf, known } from '../common/finding.ts'
import { strip } from '../common/strip.ts'
import { KEPT_OF_ADDRESS, KEPT_OF_COPY, KEPT_OF_NETWORK } from './keep.ts'
import type { WireAddress, WireCopy, WireNetwork } from './wire.ts'

/** Beget tells no price of an additional address; it is in what the account pays as a whole. */
export const normalizeAddress = (wire: WireAddress): Finding => ({
  isPriceUnread: false,
  item: itemOf({
    ref: `ip:${wire.ip}`,
    name: cleanName(wire.ip, wire.ip),
    type: 'ip_address',
    kind: 'additional_ip',
    service: 'Публичные IP-адреса',
    region: wire.region,
    attachedTo: wire.vps_id === '' ? null : wire.vps_id,
    attributes: known({ address: wire.ip }),
    raw: rawText(strip(wire.raw, KEPT_OF_ADDRESS)),
  }),
})

export function normalizeNetwork(wire: WireNetwork): Finding {
  const range = wire.subnet === null ? wire.id : `${wire.subnet}${wire.mask === null ? '' : `/${wire.mask}`}`
  return {
    isPriceUnread: false,
    item: itemOf({
      ref: `network:${wire.id}`,
      name: cleanName(range, wire.id),
      type: 'network',
      kind: 'private_network',
      service: 'Частные сети',
      region: wire.region,
      attributes: known({ range }),
      raw: rawText(strip(wire.raw, KEPT_OF_NETWORK)),
    }),
  }
}

/**
 * All copies of one server or database as one line. Each copy lives a few days and costs nothing of its own: one line
 * for each would fill every comparison with copies come and gone.
 */
export function normalizeCopies(copies: readonly WireCopy[], kind: string): InventoryItem[] {
  const bySource = new Map<string, WireCopy[]>()
  for (const copy of copies) {
    const source = copy.vps_id ?? copy.service_uuid ?? copy.vps_name ?? copy.service_name
    if (!source) continue
    const group = bySource.get(source)
    if (group) group.push(copy)
    else bySource.set(source, [copy])
  }
  return [...bySource].map(([source, group]) => {
    const [first] = group
    const name = cleanName(first?.vps_name ?? first?.service_name, source)
    return itemOf({
      ref: `backup:${source}`,
      name: `Копии ${name}`,
      type: 'backup',
      kind,
      service: 'Резервное копирование',
      region: first?.region ?? null,
      attachedTo: first?.vps_id ?? first?.service_uuid ?? null,
      attributes: known({ copies: group.length }),
      raw: rawText(group.map((copy) => strip(copy.raw, KEPT_OF_COPY))),
    })
  })
}
