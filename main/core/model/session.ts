import type { Role } from '#shared/contract/permissions.ts'
import type { Currency } from '#shared/lib/currency.ts'

/** Who is signed in and what they may do, as established for one call. */
export type Session = {
  id: string
  userId: string
  workspaceId: string
  role: Role
  isDemo: boolean
  isLocked: boolean
  /** Only the demo person has none; such a session never locks. */
  hasPassword: boolean
  currency: Currency
  timeZone: string
}
