import type { Provider } from '#shared/contract/values.ts'
import type { ActDocument } from './document.ts'
import { normalName } from './names.ts'
import { providerOf } from './suppliers.ts'

type Account = { id: string; provider: Provider; ref: string }

type Known = {
  accounts: readonly Account[]
  /** What people have said: accounts by the supplier's number or name. */
  said: ReadonlyMap<string, string>
  /** What the bill of the month is for each account, in femtos of the document's currency. */
  billed: ReadonlyMap<string, bigint>
}

/** Shorter numbers stand in a text by chance. */
const LEAST_REF = 4
/** How far a bill may be from the act that it belongs to, in hundredths: a grant or a late row, not another account. */
const NEAR_PERCENT = 10n

/**
 * Whose document it is: as somebody has said; else by the account's number in its words; else the only account of that
 * provider, or the only one whose bill comes near. Null: a person has to say.
 */
export function accountOf(document: ActDocument, { accounts, said, billed }: Known): string | null {
  const { inn, name } = document.supplier
  const byPerson = said.get(inn ?? '') ?? said.get(normalName(name))
  const provider = providerOf(name)
  const candidates = provider === null ? accounts : accounts.filter((one) => one.provider === provider)
  const text = document.words.join('\n')
  const named = candidates.filter(({ ref }) => ref.length >= LEAST_REF && holdsWord(text, ref))
  if (named.length === 1) return named[0]?.id ?? null
  if (byPerson !== undefined && accounts.some(({ id }) => id === byPerson)) return byPerson
  if (provider === null) return null
  if (candidates.length === 1) return candidates[0]?.id ?? null
  const near = candidates.filter(({ id }) => isNear(billed.get(id), document))
  return near.length === 1 ? (near[0]?.id ?? null) : null
}

/** As a word of its own: not within a longer number. */
export function holdsWord(text: string, word: string): boolean {
  const lower = text.toLowerCase()
  const wanted = word.toLowerCase()
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + 1)) {
    const around = [lower[at - 1] ?? ' ', lower[at + wanted.length] ?? ' ']
    if (around.every((letter) => !/[\p{L}\p{N}]/u.test(letter))) return true
  }
  return false
}

/** Bills come with the tax or without it. */
function isNear(billed: bigint | undefined, { without, total }: ActDocument): boolean {
  if (billed === undefined || billed === 0n) return false
  return [without, total].some((sum) => {
    const difference = billed > sum ? billed - sum : sum - billed
    return difference * 100n <= (sum < 0n ? -sum : sum) * NEAR_PERCENT
  })
}
