import { contradiction, type ToldRates } from '#main/core/rates/parsed.ts'
import { readRatesCsv } from '#main/core/rates/rates-csv.ts'
import { readWhole } from '#main/importers/read-whole.ts'
import type { GivenFile } from '#main/ports/inbox.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { readBankXml } from './bank-xml.ts'
import { decodeText } from './decode.ts'

/** All of the Bank's history of all currencies is less. */
const MOST_BYTES = 32 * 1024 * 1024

/** The rates of a file, all of them or none: a rate that was left out unseen would be a wrong sum later. */
export async function readRatesFile({ path, name }: GivenFile): Promise<ToldRates> {
  const bytes = await readWhole({ path, name }, MOST_BYTES)
  if (bytes.length === 0) throw new AppError('import.empty', { name })
  return readRates(decodeText(bytes))
}

export function readRates(text: string): ToldRates {
  const told = /^\s*</.test(text) ? readBankXml(text) : readRatesCsv(text)
  if (told === null) throw new AppError('rates.notRates')
  if ('kind' in told) throw new AppError('rates.badRow', { line: told.line, text: told.text })
  const twice = contradiction(told.rates)
  if (twice) throw new AppError('rates.contradictory', { currency: twice.currency, day: twice.day })
  if (told.rates.length === 0) throw new AppError('rates.notRates')
  return told
}
