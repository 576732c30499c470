import { z } from 'zod'
import type { Price } from '#main/core/model/findings.ts'
import { cleanName } from '#main/core/model/raw.ts'
import { eachOf } from '#main/providers/http/each-of.ts'
import type { Client } from '../api/client.ts'
import type { Names } from '../common/finding.ts'
import { rateOf } from '../common/prices.ts'
import { isRecord, listUnder } from '../common/shapes.ts'
import { createTally, readListing } from '../listing.ts'
import { PARTS, type Part } from '../parts.ts'
import type { Answer, Run } from '../run.ts'
import { type Target, targetOfServer } from '../usage/targets.ts'
import { normalizeImage, normalizeServer, normalizeSnapshot } from './normalize.ts'
import { normalizeAddress, normalizeCopies, normalizeNetwork } from './normalize-network.ts'
import {
  wireAddress,
  wireCopy,
  wireImage,
  wireNetwork,
  wirePreset,
  wireProject,
  wireServer,
  wireSnapshot,
} from './wire.ts'

export const readServers = (run: Run, client: Client, names: Names, targets: Target[]): Promise<void> =>
  run.read(PARTS.servers, () =>
    readListing(run, client, {
      part: PARTS.servers,
      under: 'vps',
      schema: wireServer,
      isPaged: true,
      normalize: (wire) => normalizeServer(wire, names),
      each: (wire) => targets.push(...[targetOfServer(wire)].filter((target) => target !== null)),
    }),
  )

export const readSnapshots = (run: Run, client: Client): Promise<void> =>
  run.read(PARTS.snapshots, () =>
    readListing(run, client, {
      part: PARTS.snapshots,
      under: 'snapshot',
      schema: wireSnapshot,
      isPaged: false,
      normalize: normalizeSnapshot,
    }),
  )

export const readImages = (run: Run, client: Client): Promise<void> =>
  run.read(PARTS.images, () =>
    readListing(run, client, {
      part: PARTS.images,
      under: 'images',
      schema: wireImage,
      isPaged: true,
      normalize: normalizeImage,
    }),
  )

/** Copies of servers or of cloud databases. */
export const readCopies = (run: Run, client: Client, part: Part, kind: string): Promise<void> =>
  run.read(part, async () => {
    const { endpoint, scope } = part
    const answer = await client.get(`/v1/${endpoint}`, listUnder('copy', wireCopy), { endpoint })
    if (answer === null) return 'absent'
    const tally = createTally(client.host, endpoint)
    tally.list(answer.list)
    const findings = normalizeCopies(answer.list.items, kind).map((item) => ({ item, isPriceUnread: false }))
    tally.findings(findings)
    await run.tell(scope, findings)
    return tally.answer()
  })

const NETWORK_LISTS = ['ip', 'additional_ip', 'private_network']

/** Several lists in one answer, each left out where it is empty; an answer with none but other things is not it. */
const wireNetworks = z.preprocess(
  (body) => {
    if (!isRecord(body)) return body
    const names = Object.keys(body)
    if (names.length > 0 && !names.some((name) => NETWORK_LISTS.includes(name))) return body
    return { additional_ip: body.additional_ip ?? [], private_network: body.private_network ?? [] }
  },
  z.object({ additional_ip: eachOf(wireAddress), private_network: eachOf(wireNetwork) }),
)

export const readNetwork = (run: Run, client: Client): Promise<void> =>
  run.read(PARTS.network, async () => {
    const { endpoint, scope } = PARTS.network
    const answer = await client.get(`/v1/${endpoint}`, wireNetworks, { endpoint })
    if (answer === null) return 'absent'
    const tally = createTally(client.host, endpoint)
    const findings = [
      ...answer.additional_ip.items.map(normalizeAddress),
      ...answer.private_network.items.map(normalizeNetwork),
    ]
    tally.list(answer.additional_ip)
    tally.list(answer.private_network)
    tally.findings(findings)
    await run.tell(scope, findings)
    return tally.answer()
  })

/** What a preset costs, by its number: for servers and services that state no price of their own. */
export const readPrices = (run: Run, client: Client, part: Part, under: string, prices: Map<string, Price>) =>
  run.read(part, async (): Promise<Answer> => {
    const { endpoint } = part
    const answer = await client.get(`/v1/${endpoint}`, listUnder(under, wirePreset), { endpoint })
    if (answer === null) return 'absent'
    for (const { id, price_day, price_month } of answer.list.items) {
      const { price } = rateOf(price_day, price_month)
      if (price) prices.set(id, price)
    }
    return { found: answer.list.items.length, problem: null }
  })

const wireProjectPage = z.preprocess(
  (body) => (isRecord(body) && isRecord(body.page) ? body.page : body),
  listUnder('projects', wireProject),
)

export const readProjects = (run: Run, client: Client, projects: Map<string, string>): Promise<void> =>
  run.read(PARTS.projects, async () => {
    const { endpoint } = PARTS.projects
    const query = { offset: 0, limit: 1000 }
    const answer = await client.get(`/v1/${endpoint}`, wireProjectPage, { endpoint, query })
    if (answer === null) return 'absent'
    for (const { id, name } of answer.list.items) projects.set(id, cleanName(name, id))
    return { found: answer.list.items.length, problem: null }
  })
