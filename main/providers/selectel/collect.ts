import type { AccountContext, CollectRequest, Sink } from '../provider.ts'
import { createConsumption } from './billing/consumption.ts'
import { createCoverage } from './billing/coverage.ts'
import { createIdentity } from './billing/identity.ts'
import { fromMoscow, startOfDay } from './billing/moscow.ts'
import { createReport } from './billing/report.ts'
import { collectInventory } from './inventory/collect.ts'
import type { OpenAccount } from './open.ts'
import { createProjects } from './projects.ts'
import type { Run } from './run.ts'
import { createAccountStep } from './steps/account.ts'
import { collectCosts, collectRates, collectRents, needsReport } from './steps/bill.ts'
import { entrances, findProjects } from './steps/projects.ts'
import { collectUsage } from './usage/collect.ts'

/** The bill first: what everything costs now and has cost by day. Then what the inventory knows of it, and how it is used. */
export async function collectAccount(
  account: OpenAccount,
  context: AccountContext,
  sink: Sink,
  request: CollectRequest,
): Promise<void> {
  sink.progress('account', 0, null)
  const { client, settings } = account
  const whose = await account.identify()
  const facts = createAccountStep(client, whose)
  const auth = account.auth(whose.ref)
  const { clock, signal, log } = context
  const run: Run = {
    sink,
    signal,
    log,
    client,
    consumption: createConsumption(client),
    coverage: createCoverage(),
    identity: createIdentity({ hasInventory: auth !== null }),
    projects: createProjects(),
    hasInventory: auth !== null,
    hour: 'silent',
    billedScopes: new Set(),
    billedRefs: new Set(),
    currency: facts.currency,
    nowMs: clock.nowMs,
    breathe: () => clock.wait(0, signal),
  }
  await facts.readBalances(run)

  // The whole bill before any inventory: its big answers are gone again when the long lists begin.
  sink.progress('billing', 0, null)
  const { sinceMs } = await collectRates(run)
  const movements = await facts.readMovements(run, fromMoscow(startOfDay(request.chargesFrom)) ?? 0)
  const report = needsReport(run, movements) ? createReport(run) : null
  if (report === null) run.coverage.switchOff()
  if (report) await collectRents(run, report, request.chargesTo)
  await collectCosts(run, report, request)

  const prices = await facts.readPrices(run)
  const isListKnown = await findProjects(run)
  const look = { run, prices, newSinceMs: sinceMs }
  const measured = auth
    ? await collectInventory({ look, auth, settings }, await entrances({ run, auth, isListKnown }))
    : []
  const fromMs = fromMoscow(startOfDay(request.usageFrom)) ?? clock.nowMs()
  await collectUsage(run, measured, { fromMs, toMs: clock.nowMs() })
  await facts.tell(run)
}
