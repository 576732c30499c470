const usual = {
  BilledCost: '10',
  BillingAccountId: 'acc-1',
  BillingAccountName: 'Holding',
  BillingCurrency: 'RUB',
  BillingPeriodEnd: '2026-06-01T00:00:00Z',
  BillingPeriodStart: '2026-05-01T00:00:00Z',
  ChargeCategory: 'Usage',
  ChargePeriodEnd: '2026-05-05T00:00:00Z',
  ChargePeriodStart: '2026-05-04T00:00:00Z',
  ConsumedQuantity: '24',
  ConsumedUnit: 'Hours',
  ProviderName: 'AWS',
  ResourceId: 'r-1',
  ServiceCategory: 'Compute',
  ServiceName: 'Virtual machines',
  Tags: '"{""team"":""core""}"',
  x_Note: 'note',
}

/** A small table of FOCUS; each row says what is unusual about it. */
export function focusText(rows: readonly Partial<typeof usual>[]): string {
  const names = Object.keys(usual)
  const lines = rows.map((row) => Object.values({ ...usual, ...row }).join(','))
  return `${[names.join(','), ...lines].join('\n')}\n`
}
