import type { DemoRate } from '#main/core/demo/shape.ts'

/**
 * Invented rates for the demo company, round so that nobody takes them for the Bank of Russia's. In 10^-4 of a rouble
 * for `nominal` units; they drift slowly by so many thousandths either way.
 */
export const demoRates: readonly DemoRate[] = [
  { currency: 'USD', nominal: 1, middle: 1_000_000, thousandths: 40 },
  { currency: 'EUR', nominal: 1, middle: 1_100_000, thousandths: 35 },
  { currency: 'CNY', nominal: 1, middle: 140_000, thousandths: 30 },
  { currency: 'KZT', nominal: 100, middle: 200_000, thousandths: 45 },
]
