import type { readReceived } from '#main/queries/transfers.query.ts'
import type { PartSeen } from './read-parcel.ts'
import type { ParcelRecord } from './records.ts'

type Received = ReturnType<typeof readReceived>

export type State = 'new' | 'same' | 'replaces' | 'older'

/** The sender's own name for an account: the same on every installation. */
export const accountKey = ({ provider, accountRef }: { provider: string; accountRef: string }): string =>
  `${provider}/${accountRef}`

export const rowOf = (
  received: Received,
  of: { sender: string; account: string; month: string },
): Received[number] | null =>
  received.find(
    ({ sender, account, month }) => sender === of.sender && account === of.account && month === of.month,
  ) ?? null

/** What becomes of a month of an account. One that somebody has taken back is new again. */
export function stateOf(
  here: Received[number] | null,
  part: PartSeen,
  { madeAtMs }: Pick<ParcelRecord, 'madeAtMs'>,
): State {
  if (!here?.isHere) return 'new'
  if (here.contentHash === part.sha256) return 'same'
  return here.madeAtMs > madeAtMs ? 'older' : 'replaces'
}

/** Trust on first use: a name that has come with another key before is a stranger's until somebody has compared. */
export function senderOf(
  received: Received,
  { fingerprint, organisation }: { fingerprint: string; organisation: string },
): 'known' | 'new' | 'changed' {
  if (received.some(({ sender }) => sender === fingerprint)) return 'known'
  return received.some(({ senderName }) => senderName === organisation) ? 'changed' : 'new'
}
