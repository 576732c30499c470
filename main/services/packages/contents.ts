import { z } from 'zod'
import { contradiction, readNominal, readValue, type ToldRates } from '#main/core/rates/parsed.ts'
import type { PackageKind } from '#shared/contract/packages.ts'
import { currencyValue, dayValue } from '#shared/contract/values.ts'
import { AppError } from '#shared/errors/app-error.ts'

const text = (most: number) => z.string().trim().min(1).max(most)

const rates = z
  .object({
    rates: z
      .array(z.tuple([currencyValue, dayValue, z.int().min(1).max(1_000_000), z.string().max(40)]))
      .min(1)
      .max(1_000_000),
  })
  .strict()

const prices = z
  .object({
    currency: currencyValue,
    items: z
      .array(
        z
          .object({
            provider: text(40),
            sku: text(200),
            name: text(300),
            unit: text(60),
            price: z.string().regex(/^\d{1,12}(\.\d{1,15})?$/),
          })
          .strict(),
      )
      .min(1)
      .max(200_000),
  })
  .strict()

const calendars = z
  .object({
    country: z.literal('RU'),
    years: z
      .array(
        z
          .object({
            year: z.int().min(1992).max(2100),
            daysOff: z.array(dayValue).max(200),
            workedWeekend: z.array(dayValue).max(60),
          })
          .strict()
          .refine(({ year, daysOff, workedWeekend }) =>
            [...daysOff, ...workedWeekend].every((day) => day.startsWith(`${year}-`)),
          ),
      )
      .min(1)
      .max(30),
  })
  .strict()

const licence = z.object({ holder: text(300), until: dayValue, note: text(2000).optional() }).strict()

/** A name to look for among files: never a path, never opened by the program. */
const fileName = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,199}$/u)

const updates = z
  .object({
    version: text(40),
    notes: text(20_000),
    files: z.array(z.object({ name: fileName, sha256: z.string().regex(/^[\da-f]{64}$/) }).strict()).max(50),
  })
  .strict()

const schemas = { rates, prices, calendars, licence, updates } satisfies Record<PackageKind, z.ZodType>

export type Contents = { [K in PackageKind]: { kind: K; content: z.infer<(typeof schemas)[K]> } }[PackageKind]

/** All of it or nothing: what a person takes from a signed package must not be half of it. */
export function readContents(kind: PackageKind, content: unknown): Contents {
  const read = schemas[kind].safeParse(content)
  if (!read.success) throw new AppError('package.badContent', { field: fieldOf(read.error) })
  return { kind, content: read.data } as Contents
}

const fieldOf = ({ issues }: z.ZodError): string =>
  issues[0]?.path.map(String).join('.').slice(0, 80) || 'content'

export function toldRates({ rates: rows }: z.infer<typeof rates>): ToldRates {
  const told = rows.map(([currency, day, nominal, value], at) => {
    const [readN, readV] = [readNominal(String(nominal)), readValue(value)]
    if (readN === null || readV === null) throw new AppError('package.badContent', { field: `rates.${at}` })
    return { currency, day, nominal: readN, value: readV }
  })
  const twice = contradiction(told)
  if (twice) throw new AppError('rates.contradictory', { currency: twice.currency, day: twice.day })
  return { rates: told, unknown: [] }
}

/** What a person is told of a package: how much there is of it, from when to when. */
export function factsOf({ kind, content }: Contents): Record<string, string | number> {
  if (kind === 'rates') {
    const days = content.rates.map(([, day]) => day).sort()
    const currencies = [...new Set(content.rates.map(([currency]) => currency))].sort()
    return {
      rates: days.length,
      currencies: currencies.join(', '),
      from: days[0] ?? '',
      until: days.at(-1) ?? '',
    }
  }
  if (kind === 'prices') {
    const providers = [...new Set(content.items.map(({ provider }) => provider))].sort()
    return { items: content.items.length, providers: providers.join(', '), currency: content.currency }
  }
  if (kind === 'calendars') {
    const years = content.years.map(({ year }) => year).sort((a, b) => a - b)
    return { country: content.country, years: years.join(', ') }
  }
  if (kind === 'licence') return { holder: content.holder, until: content.until }
  return { release: content.version, files: content.files.length }
}
