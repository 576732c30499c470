import type { InventoryItem } from '#main/core/model/findings.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { PriceList } from '../billing/prices.ts'
import { addPage, newCount } from '../billing/turns.ts'
import type { Catalogue } from '../openstack/catalogue.ts'
import { addressOf, type List, type Listed, pagesOf } from '../openstack/lists.ts'
import type { CloudSession } from '../openstack/session.ts'
import { askPart, isSilent } from '../outcome.ts'
import type { Run } from '../run.ts'
import { scopeOf } from '../scopes.ts'

/** What looking into projects needs besides the run. */
export type Look = {
  run: Run
  prices: PriceList
  /** Created since then, a thing is in no bill yet. */
  newSinceMs: number
}

/** One project in one pool, while it is being looked at. */
export type Pool = Look & { session: CloudSession; catalogue: Catalogue; region: string }

export const addressIn = ({ catalogue, region, session }: Pool, list: List<Listed>): string | null =>
  addressOf(catalogue, list, { region, projectId: session.projectId })

/** Hosts that did not answer, by pool: what stands there too is not waited for again. */
export type Silence = Map<string, AppError>

export function watched(session: CloudSession, region: string, silence: Silence): CloudSession {
  return {
    ...session,
    async json(request, schema, options) {
      const key = `${region}\n${new URL(request.url).host}`
      const before = silence.get(key)
      if (before) throw before
      try {
        return await session.json(request, schema, options)
      } catch (error) {
        if (error instanceof AppError && isSilent(error)) silence.set(key, error)
        throw error
      }
    },
  }
}

/** The scope, the code and the place of a part, as outcomes tell them. */
export const partOf = ({ region, session }: Pool, endpoint: string) => ({
  scope: scopeOf(endpoint, region, session.projectId),
  endpoint,
  region,
  project: session.project,
})

/** Reads one of the cloud's lists and tells it page by page. Nothing is said of a service that the pool does not have. */
export async function tellList<T extends Listed>(
  pool: Pool,
  list: List<T>,
  normalize: (wire: T) => InventoryItem | null,
  before: () => Promise<void> = async () => undefined,
): Promise<void> {
  const url = addressIn(pool, list)
  if (url === null) return
  const part = partOf(pool, list.endpoint)
  const { isGuessed } = pool.catalogue
  await askPart(pool.run, { ...part, isOptional: true, isGuessed }, async () => {
    await before()
    const count = newCount()
    for await (const page of pagesOf(pool.session, list, url, (each) => addPage(count, each))) {
      const items = page.flatMap((wire) => normalize(wire) ?? [])
      count.found += items.length
      await tellItems(pool, part.scope, items)
    }
    return count
  })
}

/** What the bill does not know yet, because it is new, gets its price from the list, and says so. */
export async function tellItems(
  { run, prices, newSinceMs }: Look,
  scope: string,
  items: readonly InventoryItem[],
): Promise<void> {
  await run.sink.inventory(
    scope,
    items.map((item) => {
      const isNew = item.createdAtMs !== null && item.createdAtMs >= newSinceMs
      const price = isNew && !run.billedRefs.has(item.ref) ? prices.priceOf(item) : null
      return price === null ? item : { ...item, price, attributes: { ...item.attributes, priceFrom: 'list' } }
    }),
  )
}
