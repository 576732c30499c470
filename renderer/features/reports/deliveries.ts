import type { Translate } from '#renderer/i18n/translate.ts'
import { type DeliveryTarget, deliveryTarget } from '#shared/contract/reports.ts'

/** Ways out as a form has them: what is typed need not make sense yet. */
export type DeliveryDraft =
  | { id: string; kind: 'folder'; path: string }
  | { id: string; kind: 'mail'; to: string; subject: string; text: string }

export const draftOf = (target: DeliveryTarget, id: string): DeliveryDraft =>
  target.kind === 'folder' ? { ...target, id } : { ...target, id, to: target.to.join(', ') }

const addressesOf = (text: string): string[] =>
  text
    .split(/[\s,;]+/)
    .map((address) => address.trim())
    .filter((address) => address !== '')

type DeliveryRefusal = 'pathNone' | 'toNone' | { toBad: string }

/** Why a way out leads nowhere; null where it does. */
export function deliveryRefusal(draft: DeliveryDraft): DeliveryRefusal | null {
  if (draft.kind === 'folder') return draft.path.trim() === '' ? 'pathNone' : null
  const to = addressesOf(draft.to)
  if (to.length === 0) return 'toNone'
  const bad = to.find((address) => !deliveryTarget.safeParse({ kind: 'mail', to: [address] }).success)
  return bad === undefined ? null : { toBad: bad }
}

export const targetOf = (draft: DeliveryDraft): DeliveryTarget =>
  draft.kind === 'folder'
    ? { kind: 'folder', path: draft.path.trim() }
    : { kind: 'mail', to: addressesOf(draft.to), subject: draft.subject.trim(), text: draft.text }

/** A way out in a few words: its path, or the first addresses. */
export const targetWords = (target: DeliveryTarget): string =>
  target.kind === 'folder' ? target.path : target.to.join(', ')

export const shortTarget = (target: DeliveryTarget, t: Translate): string =>
  target.kind === 'folder' ? target.path : t('reports.letters', { count: target.to.length })
