import type { DeliveryTarget } from '#shared/contract/reports.ts'
import type { Day } from '#shared/lib/day.ts'

/** What is handed on: the files of a run, checked against their checksums. */
export type Parcel = {
  workspaceId: string
  title: string
  organisation: string
  language: 'ru' | 'en'
  period: { from: Day; to: Day } | null
  files: readonly { name: string; path: string; bytes: number; sha256: string }[]
}

export type Kind = DeliveryTarget['kind']

/** One way for reports to go out. Throws an AppError of `delivery.*`; whatever the signal was aborted with, when it was. */
export type Channel<K extends Kind = Kind> = {
  send(target: Extract<DeliveryTarget, { kind: K }>, parcel: Parcel, signal: AbortSignal): Promise<void>
}

/** A further way takes a kind in the contract and its line here. */
export type Channels = { [K in Kind]: Channel<K> }
