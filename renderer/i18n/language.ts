import type { Locale } from '#shared/lib/format-money.ts'

export type Language = Locale
