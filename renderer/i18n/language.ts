import type { Locale } from '#shared/lib/format-money.ts'

export type Language = Locale
export const languages = ['ru', 'en'] as const satisfies readonly Language[]
