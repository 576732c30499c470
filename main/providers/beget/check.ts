import { z } from 'zod'
import { cleanName } from '#main/core/model/raw.ts'
import type { AccountCheck, AccountContext, AccountRight } from '#main/providers/provider.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { askAccount } from './account/read.ts'
import type { WireAccount } from './account/wire.ts'
import { isPartial } from './api/errors.ts'
import { openApi } from './api/open.ts'
import { roubles } from './common/prices.ts'
import { listResult } from './common/shapes.ts'
import { wireDomain } from './hosting/wire.ts'
import { PARTS } from './parts.ts'
import { missingText, rightOf, SECTIONS, type Section, silentText } from './sections.ts'

/**
 * Logs in, then tries one thing of each section. Whoever cannot log in to the new API is told so; a closed section is no
 * failure: the rest of the account can be read all the same.
 */
export async function check(context: AccountContext): Promise<AccountCheck> {
  const { signal } = context
  const { login, session, client, legacy } = openApi(context, signal, true)
  const facts = await session.facts()
  const rights: AccountRight[] = []

  async function probe(section: Section, ask: () => Promise<unknown>): Promise<void> {
    const { code, label } = section
    try {
      await ask()
      rights.push({ code, label, isGranted: true, missing: null })
    } catch (error) {
      if (signal.aborted || !(error instanceof AppError) || !isPartial(error)) throw error
      const missing = error.code === 'provider.forbidden' ? missingText(section) : silentText
      rights.push({ code, label, isGranted: false, missing })
    }
  }
  const probeMethod = (section: Section, method: string, input: Record<string, string> = {}) =>
    probe(section, () => legacy.call(method, z.unknown(), { right: rightOf(section), input }))

  let account: WireAccount | null = null
  let domain: string | null = null
  await probe(SECTIONS.account, async () => {
    account = await askAccount(legacy)
  })
  await probe(SECTIONS.domains, async () => {
    const right = rightOf(SECTIONS.domains)
    const domains = await legacy.call(PARTS.domains.endpoint, listResult(wireDomain), { right })
    domain = domains?.items.find(({ fqdn }) => fqdn !== null)?.fqdn ?? null
  })
  await probeMethod(SECTIONS.sites, PARTS.sites.endpoint)
  await probeMethod(SECTIONS.mysql, PARTS.mysql.endpoint)
  await probeMethod(SECTIONS.ftp, PARTS.ftp.endpoint)
  await probe(SECTIONS.mail, () => askMail(domain))
  await probe(SECTIONS.servers, () => askOne(PARTS.servers.endpoint))
  await probe(SECTIONS.services, () => askOne(PARTS.services.endpoint))
  return { ...whose(facts.customerId ?? login, login, account), rights }

  function askOne(endpoint: string): Promise<unknown> {
    return client.get(`/v1/${endpoint}`, z.unknown(), { endpoint, query: { offset: 0, limit: 1 } })
  }

  /** A domain that takes no mail still answers for the right. */
  async function askMail(of: string | null): Promise<void> {
    const options = { right: rightOf(SECTIONS.mail), input: { domain: of ?? '' } }
    try {
      await legacy.call(PARTS.mail.endpoint, z.unknown(), options)
    } catch (error) {
      if (!(error instanceof AppError && error.details.reason === 'INVALID_DATA')) throw error
    }
  }
}

function whose(accountRef: string, login: string, account: WireAccount | null): Omit<AccountCheck, 'rights'> {
  const plan = cleanName(account?.plan_name, '')
  return {
    accountRef,
    accountName: plan === '' ? login : `${login}, ${plan}`,
    balance: roubles(account?.user_balance ?? null),
  }
}
