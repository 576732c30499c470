import { AppError } from '#shared/errors/app-error.ts'
import type { AccountCheck, AccountContext, AccountRight } from '../provider.ts'
import { balanceOf, currencyOf } from './billing/account.ts'
import { createConsumption } from './billing/consumption.ts'
import { HOUR_MS, lastFullHour, moscowDay, moscowTime } from './billing/moscow.ts'
import type { OpenAccount } from './open.ts'
import { inParallel } from './parallel.ts'
import { createProjects, type Project } from './projects.ts'
import { inventoryRight, noInventory, type Right, rights } from './rights.ts'

const AT_ONCE = 4
/** More than these are taken on trust: the check should not take minutes. */
const MOST_PROJECTS = 30

/** Whose account it is, and what a sync will be able to read; asks for each part once and as little as possible. */
export async function checkAccount(account: OpenAccount, context: AccountContext): Promise<AccountCheck> {
  const { client } = account
  const { account: wire, ref } = await account.identify()
  const nowMs = context.clock.nowMs()
  const consumption = createConsumption(client)
  const projects = createProjects()
  const found: AccountRight[] = []
  const grant = (right: Right, isGranted: boolean): void => {
    found.push({
      code: right.code,
      label: right.label,
      isGranted,
      missing: isGranted ? null : right.missing,
    })
  }
  /** A refusal is an answer. What fails otherwise says nothing of the right, which is left out then. */
  const ask = async <T>(right: Right, work: () => Promise<T>): Promise<T | null> => {
    try {
      const answer = await work()
      grant(right, true)
      return answer
    } catch (error) {
      if (isRefusal(error)) grant(right, false)
      else if (!isFaulty(error)) throw error
      return null
    }
  }

  grant(rights.account, true)
  const balances = await ask(rights.balance, client.balances)
  const last = lastFullHour(nowMs)
  await ask(rights.consumption, async () => {
    for (const { id, name } of (await consumption.projects()).data.items) projects.note(id, name)
    await consumption.ask({
      start: moscowTime(last),
      end: moscowTime(last + HOUR_MS - 1000),
      period: 'hour',
      isCoarse: true,
    })
  })
  const today = moscowDay(moscowTime(nowMs))
  if (today) await ask(rights.report, () => client.report(today, today))
  await ask(rights.transactions, () =>
    client.transactions(moscowTime(last), moscowTime(nowMs), () => {}).next(),
  )
  await ask(rights.prices, () => client.prices('rub'))
  const isListKnown = await ask(rights.projects, async () => {
    for (const { id, name, enabled } of (await client.projects()).projects.items)
      if (enabled !== false) projects.notePresent(id, name)
    return true
  })
  await checkInventory(account, ref, isListKnown ? projects.present() : projects.all(), grant)

  const currency = (balances && currencyOf(balances)) ?? 'RUB'
  return {
    accountRef: ref,
    accountName: wire.name ?? ref,
    balance: balances ? balanceOf(balances, currency).balance : null,
    rights: found,
  }
}

/** Throws for a wrong password: it is better mended before the connection is kept. */
async function checkInventory(
  account: OpenAccount,
  accountRef: string,
  projects: readonly Project[],
  grant: (right: Right, isGranted: boolean) => void,
): Promise<void> {
  const auth = account.auth(accountRef)
  if (!auth) {
    grant(noInventory, false)
    return
  }
  const own = await auth.prove(projects)
  const all = new Map([...projects, ...(own ?? [])].map((project) => [project.id, project]))
  const granted = new Map<string, boolean>()
  await inParallel([...all.values()].slice(0, MOST_PROJECTS), AT_ONCE, async (project) => {
    try {
      await auth.session(project).catalogue()
      granted.set(project.id, true)
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'provider.forbidden') throw error
      granted.set(project.id, false)
    }
  })
  for (const [id, isGranted] of granted) grant(inventoryRight(all.get(id)?.name ?? id), isGranted)
}

const isRefusal = (error: unknown): boolean =>
  error instanceof AppError && error.code === 'provider.forbidden'

const FAULTS = new Set([
  'provider.serverError',
  'provider.badAnswer',
  'provider.refused',
  'provider.tooLarge',
])

/** A fault of one part's own; a token that is refused or a network that is silent concerns them all. */
const isFaulty = (error: unknown): boolean => error instanceof AppError && FAULTS.has(error.code)
