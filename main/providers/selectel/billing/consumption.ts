import { AppError } from '#shared/errors/app-error.ts'
import { ALL_PRODUCTS, type Client, DOCUMENTED_PRODUCTS } from '../client.ts'

/** From the finest to the one that every document knows; each names the object at least. */
const GROUPINGS = ['project_object_region_metric', 'object_metric', 'object'] as const

type Question = {
  start: string
  end: string
  period: 'hour' | 'day'
  /** Only these; all of them when left out. */
  products?: readonly string[]
  /** Sums of projects instead of what they are made of. */
  isCoarse?: boolean
}

/**
 * The consumption as finely as the interface gives it: what it refuses is not asked for again. Half of the products and
 * the two finer groupings are in no document.
 */
export function createConsumption(client: Client) {
  let products: readonly string[] = ALL_PRODUCTS
  let groupings: readonly string[] = GROUPINGS

  function retreat(isCoarse: boolean): boolean {
    if (products !== DOCUMENTED_PRODUCTS) products = DOCUMENTED_PRODUCTS
    else if (!isCoarse && groupings.length > 1) groupings = groupings.slice(1)
    else return false
    return true
  }

  async function untilTaken<T>(isCoarse: boolean, ask: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await ask()
      } catch (error) {
        if (!isRefusal(error) || !retreat(isCoarse)) throw error
      }
    }
  }

  return {
    projects: () => untilTaken(true, () => client.billedProjects(products)),

    ask({ start, end, period, products: wanted, isCoarse = false }: Question) {
      return untilTaken(isCoarse, () =>
        client.consumption({
          products: wanted ? products.filter((product) => wanted.includes(product)) : products,
          start,
          end,
          grouping: isCoarse ? 'project' : (groupings[0] ?? 'object'),
          period,
        }),
      )
    },
  }
}

export type Consumption = ReturnType<typeof createConsumption>

const isRefusal = (error: unknown): boolean =>
  error instanceof AppError &&
  error.code === 'provider.refused' &&
  (error.details.status === 400 || error.details.status === 422)
