import type { Price } from '#main/core/model/findings.ts'
import type { AccountContext, CollectRequest, Sink } from '#main/providers/provider.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { readAccount, readPlan } from './account/read.ts'
import type { Client } from './api/client.ts'
import { isPartial } from './api/errors.ts'
import { openApi } from './api/open.ts'
import type { Session } from './api/session.ts'
import { readServices } from './cloud/read.ts'
import { together } from './common/together.ts'
import { readHosting } from './hosting/read.ts'
import { PARTS } from './parts.ts'
import { createRun, type Run } from './run.ts'
import { readUsage } from './usage/read.ts'
import type { Target } from './usage/targets.ts'
import {
  readCopies,
  readImages,
  readNetwork,
  readPrices,
  readProjects,
  readServers,
  readSnapshots,
} from './vps/read.ts'

/** Who it is and what it pays first, then everything that there is, then how much of it is used. */
export async function collect(context: AccountContext, sink: Sink, request: CollectRequest): Promise<void> {
  const stop = new AbortController()
  const signal = AbortSignal.any([context.signal, stop.signal])
  const { login, session, client, legacy } = openApi(context, signal, false)
  const run = createRun(sink, { signal, log: context.log })
  const targets: Target[] = []

  sink.progress('account', 0, 1)
  const ref = (await customerOf(session, signal)) ?? login
  run.steps.plan(Object.keys(PARTS).length)
  const account = await readAccount(run, legacy, { ref, login })
  await together(stop, [
    () => readClouds(run, client, stop, targets),
    () => readHosting(run, legacy, account?.user_mail ?? null),
  ])
  await readPlan(run, client.host, account)
  const nowMs = context.clock.nowMs()
  await readUsage({ sink, client, stop, signal, targets, from: request.usageFrom, nowMs })
}

/**
 * The account's number, which the new API's token carries. A wrong password ends everything here; where only the new
 * API is out of order, the hosting part goes on without it.
 */
async function customerOf(session: Session, signal: AbortSignal): Promise<string | null> {
  try {
    return (await session.facts()).customerId
  } catch (error) {
    if (signal.aborted || !(error instanceof AppError) || !isPartial(error)) throw error
    return null
  }
}

/** Names and prices first: servers and services are told with them. The rest waits for nobody. */
async function readClouds(run: Run, client: Client, stop: AbortController, targets: Target[]): Promise<void> {
  const names = { projects: new Map<string, string>(), prices: new Map<string, Price>() }
  await together(stop, [
    () => readProjects(run, client, names.projects),
    () => readPrices(run, client, PARTS.serverPrices, 'configurations', names.prices),
    () => readPrices(run, client, PARTS.servicePrices, 'configuration', names.prices),
  ])
  await together(stop, [
    () => readServers(run, client, names, targets),
    () => readServices(run, client, names, targets),
    () => readSnapshots(run, client),
    () => readImages(run, client),
    () => readCopies(run, client, PARTS.backups, 'vps_backup'),
    () => readCopies(run, client, PARTS.mysqlBackups, 'mysql_backup'),
    () => readCopies(run, client, PARTS.postgresqlBackups, 'postgresql_backup'),
    () => readNetwork(run, client),
  ])
}
