import { bankCodes } from '#main/core/rates/bank-codes.ts'
import type { ToldRate, ToldRates } from '#main/core/rates/parsed.ts'
import type { Net, NetRoute } from '#main/ports/net.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { Currency } from '#shared/lib/currency.ts'
import type { Day } from '#shared/lib/day.ts'
import { type Learned, readBankXml } from './bank-xml.ts'
import { decodeText } from './decode.ts'

/** Where the Bank of Russia publishes its rates. */
export const BANK_ADDRESS = 'https://www.cbr.ru/scripts/'

const TIMEOUT_MS = 30_000
const MOST_BYTES = 8 * 1024 * 1024

type BankSite = {
  fetchRates(
    wanted: { from: Day; to: Day; currencies: readonly Currency[] },
    way: { route: NetRoute; signal: AbortSignal },
  ): Promise<ToldRates>
}

/**
 * A day is one request for all currencies; a range is one request for each currency. Currencies whose number at the
 * Bank is not known are looked up in the list of the last day.
 */
export function createBankSite({ net, address }: { net: Net; address: string }): BankSite {
  type Way = Parameters<BankSite['fetchRates']>[1]

  async function ask(path: string, { route, signal }: Way, learned?: Learned) {
    const answer = await net
      .send({
        method: 'GET',
        url: `${address}${path}`,
        headers: { accept: 'application/xml, text/xml' },
        timeoutMs: TIMEOUT_MS,
        maxBytes: MOST_BYTES,
        signal,
        route,
        asBytes: true,
      })
      .catch((error: unknown) => {
        if (!(error instanceof AppError)) throw error
        throw new AppError('rates.unreachable', { reason: error.code }, { cause: error })
      })
    if (answer.status !== 200) throw new AppError('rates.unreachable', { reason: `HTTP ${answer.status}` })
    const told = readAnswer(decodeText(answer.bytes ?? new Uint8Array()), learned)
    if (told === null) throw new AppError('rates.badAnswer')
    return told
  }

  const askDay = (day: Day, way: Way) => ask(`XML_daily.asp?date_req=${slashed(day)}`, way)

  /** All of the day that is asked for; of a range one currency after the other, so as not to press on the Bank. */
  return {
    async fetchRates({ from, to, currencies }, way) {
      if (from === to) return askDay(from, way)
      const codes: Codes = { ...bankCodes }
      const learned = new Map<string, Currency>()
      if (currencies.some((currency) => !codes[currency]))
        for (const [currency, code] of (await askDay(to, way)).codes) {
          codes[currency] ??= code
          learned.set(code, currency)
        }
      const rates: ToldRate[] = []
      for (const code of currencies.map((currency) => codes[currency]).filter(isNamed)) {
        const range = `date_req1=${slashed(from)}&date_req2=${slashed(to)}`
        const path = `XML_dynamic.asp?${range}&VAL_NM_RQ=${encodeURIComponent(code)}`
        rates.push(...(await ask(path, way, learned)).rates)
      }
      return { rates, unknown: currencies.filter((currency) => !codes[currency]) }
    },
  }
}

type Codes = Partial<Record<Currency, string>>

const isNamed = (code: string | undefined): code is string => code !== undefined

/** A page that asks to sign in, or rates of a shape that nobody knows, are no rates. */
function readAnswer(text: string, learned?: Learned) {
  try {
    return readBankXml(text, learned)
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

const slashed = (day: Day): string => day.split('-').reverse().join('/')
