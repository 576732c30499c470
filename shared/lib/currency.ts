/** Currencies that the store accepts, with the places of their minor unit (ISO 4217). */
export const currencyPlaces = {
  RUB: 2,
  USD: 2,
  EUR: 2,
  CNY: 2,
  KZT: 2,
  BYN: 2,
  UZS: 2,
  AMD: 2,
  KGS: 2,
  TRY: 2,
  AED: 2,
  GBP: 2,
  JPY: 0,
} as const

export type Currency = keyof typeof currencyPlaces

export const currencies = Object.keys(currencyPlaces) as Currency[]

export const isCurrency = (code: string): code is Currency => Object.hasOwn(currencyPlaces, code)
