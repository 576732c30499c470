import type { AccountContext, CollectRequest, Sink } from '../provider.ts'
import { createConsumption } from './billing/consumption.ts'
import { createCoverage } from './billing/coverage.ts'
import { createIdentity } from './billing/identity.ts'
import { fromMoscow, startOfDay } from './billing/moscow.ts'
import { collectInventory } from './inventory/collect.ts'
import type { OpenAccount } from './open.ts'
import { createProjects } from './projects.ts'
import type { Run } from './run.ts'
import { createAccountStep } from './steps/account.ts'
import { collectBill, collectCosts } from './steps/bill.ts'
import { entrances, findProjects } from './steps/projects.ts'
import { collectUsage } from './usage/collect.ts'

/** The bill first, then what the inventory knows of it, then the days behind, then how it is used. */
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
    billedScopes: new Set(),
    billedRefs: new Set(),
    currency: facts.currency,
    nowMs: clock.nowMs,
    breathe: () => clock.wait(0, signal),
  }
  await facts.readBalances(run)

  const bill = await collectBill(run, request.chargesTo)
  const prices = await facts.readPrices(run)
  await findProjects(run)
  const look = { run, prices, newSinceMs: bill.sinceMs }
  const measured = auth ? await collectInventory({ look, auth, settings }, await entrances(run, auth)) : []
  await collectCosts(run, bill.report, request)
  const fromMs = fromMoscow(startOfDay(request.usageFrom)) ?? clock.nowMs()
  await collectUsage(run, measured, { fromMs, toMs: clock.nowMs() })
  await facts.tell(run)
}
