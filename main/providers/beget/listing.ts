import type { z } from 'zod'
import type { Each } from '#main/providers/http/each-of.ts'
import { offsetPages } from '#main/providers/http/pages.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { Client } from './api/client.ts'
import type { Finding } from './common/finding.ts'
import { listUnder } from './common/shapes.ts'
import type { Part } from './parts.ts'
import type { Answer, Run } from './run.ts'

const PAGE = 250
/** 150 000 of one thing: nobody has as many, and a list without an end stops here. */
const MAX_PAGES = 600

/** Counts what came and what of it could not be read. */
export function createTally(host: string, endpoint: string) {
  let found = 0
  let unreadable = 0
  let unpriced = 0
  let first: Each<unknown>['first'] = null
  const badAnswer = (path: string, problem: string, count: number): AppError =>
    new AppError('provider.badAnswer', {
      host,
      path: `${endpoint} ${path}`,
      problem: `${problem} (${count})`,
    })
  return {
    list(each: Each<unknown>): void {
      unreadable += each.unreadable
      first ??= each.first
    },
    findings(findings: readonly Finding[]): void {
      for (const { isPriceUnread } of findings) {
        if (isPriceUnread) unpriced += 1
        else found += 1
      }
    },
    answer(): Answer {
      if (unreadable > 0) {
        const { path, problem } = first ?? { path: '', problem: 'unreadable' }
        return { found, problem: badAnswer(path, problem, unreadable) }
      }
      return { found, problem: unpriced > 0 ? badAnswer('price', 'unreadable', unpriced) : null }
    },
  }
}

type Listing<S extends z.ZodType<{ id: string }>> = {
  part: Part
  /** The name of the list in the answer. */
  under: string
  schema: S
  isPaged: boolean
  normalize(wire: z.output<S>): Finding
  /** For whoever wants the record itself. */
  each?(wire: z.output<S>): void
}

/** A list of the new API, told page by page. */
export async function readListing<S extends z.ZodType<{ id: string }>>(
  run: Run,
  client: Client,
  { part, under, schema, isPaged, normalize, each }: Listing<S>,
): Promise<Answer> {
  const { endpoint, scope } = part
  const tally = createTally(client.host, endpoint)
  const list = listUnder(under, schema)
  let isAbsent = false

  async function ask(offset: number) {
    // The first page was counted with the part.
    if (offset > 0) run.steps.plan(1)
    const query = isPaged ? { query: { offset, limit: PAGE } } : {}
    const answer = await client.get(`/v1/${endpoint}`, list, { endpoint, ...query })
    if (offset > 0) run.steps.done()
    isAbsent = answer === null
    if (answer === null) return { items: [], total: 0 }
    tally.list(answer.list)
    const { items, received } = answer.list
    return { items, received, total: isPaged ? answer.total : received }
  }

  const paging = { host: client.host, limit: PAGE, maxPages: MAX_PAGES, fetch: ask }
  for await (const page of offsetPages({ ...paging, idOf: ({ id }: z.output<S>) => id })) {
    const findings = page.map((wire) => normalize(wire))
    for (const wire of page) each?.(wire)
    tally.findings(findings)
    await run.tell(scope, findings)
  }
  return isAbsent ? 'absent' : tally.answer()
}
