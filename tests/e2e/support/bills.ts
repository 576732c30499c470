type Cells = Readonly<Record<string, string>>

/** A file as a person has it on the disk. */
export type BillFile = { name: string; mimeType: string; buffer: Buffer }

const fileOf = (name: string, text: string): BillFile => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
})

const quoted = (text: string): string => (/[";,\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const next = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)

/** One machine for one day of November 2026, at 10.25 roubles; a test gives what it is about. */
const focusRow = (day: string, given: Cells): Cells => ({
  BilledCost: '10.25',
  BillingAccountId: '381204',
  BillingAccountName: 'Магазин',
  BillingCurrency: 'RUB',
  BillingPeriodStart: '2026-11-01T00:00:00Z',
  BillingPeriodEnd: '2026-12-01T00:00:00Z',
  ChargeCategory: 'Usage',
  ChargeDescription: 'Сервер, сутки',
  ChargeFrequency: 'Usage-Based',
  ChargePeriodStart: `${day}T00:00:00Z`,
  ChargePeriodEnd: `${next(day)}T00:00:00Z`,
  ConsumedQuantity: '24',
  ConsumedUnit: 'Hours',
  ContractedCost: '10.25',
  EffectiveCost: '10.25',
  InvoiceIssuerName: 'Selectel',
  ListCost: '12',
  PricingQuantity: '24',
  PricingUnit: 'Hours',
  ProviderName: 'Selectel',
  PublisherName: 'Selectel',
  RegionId: 'ru-1',
  ResourceId: 'vm-1',
  ResourceName: 'web-1',
  ServiceCategory: 'Compute',
  ServiceName: 'Облачные серверы',
  Tags: '{"env":"prod"}',
  x_Note: 'по договору',
  ...given,
})

type Days = { days: readonly string[]; given?: Cells }

/** A FOCUS file, a row for each day of each part. */
export function focusFile(name: string, ...parts: readonly Days[]): BillFile {
  const rows = parts.flatMap(({ days, given = {} }) => days.map((day) => focusRow(day, given)))
  const header = Object.keys(rows[0] ?? {})
  const lines = [header, ...rows.map((row) => header.map((column) => row[column] ?? ''))]
  return fileOf(name, `${lines.map((cells) => cells.map(quoted).join(',')).join('\n')}\n`)
}

export const november = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => `2026-11-${String(from + i).padStart(2, '0')}`)

/** A table as a small host sends it: nothing that the program knows. */
export const ownTable = (name: string, days: readonly string[]): BillFile =>
  fileOf(
    name,
    [
      'Когда;За что;Стоило, руб.;Отдел',
      ...days.map((day) => `${day.slice(8)}.11.2026;Сайт компании;120,50;Маркетинг`),
      '',
    ].join('\r\n'),
  )
