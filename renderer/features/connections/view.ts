import { type TextKey, texts } from '#renderer/i18n/texts.ts'
import type { Translate } from '#renderer/i18n/translate.ts'
import type { Tone } from '#renderer/ui/Badge.tsx'
import type { AccountView, ConnectionView, ProblemView, ScopeView } from '#shared/contract/connections.ts'
import type { RunView } from '#shared/contract/sync.ts'

/** What the badge says: what is happening now goes before what happened last. */
type ShownStatus = ConnectionView['status'] | 'syncing' | 'files'

export const shownStatus = ({ status, source }: ConnectionView, run: RunView | undefined): ShownStatus =>
  source === 'files' && status === 'active'
    ? 'files'
    : !run
      ? status
      : status === 'new' || status === 'checking'
        ? 'checking'
        : 'syncing'

export const STATUS_TONES: Record<ShownStatus, Tone> = {
  new: 'info',
  checking: 'info',
  syncing: 'info',
  files: 'neutral',
  active: 'ok',
  error: 'bad',
  paused: 'neutral',
  archived: 'neutral',
}

/** Orange when a month is not covered any more, red when the week is not. */
type Urgency = 'calm' | 'soon' | 'now'

export const urgencyOf = (daysLeft: number | null): Urgency =>
  daysLeft === null || daysLeft >= 30 ? 'calm' : daysLeft >= 7 ? 'soon' : 'now'

export const wholeDays = (daysLeft: number): number => Math.max(0, Math.floor(daysLeft))

/** Archived ones stand last, the rest as they were added. */
export const inOrder = (items: readonly ConnectionView[]): ConnectionView[] =>
  [...items].sort(
    (a, b) => Number(a.status === 'archived') - Number(b.status === 'archived') || a.addedAtMs - b.addedAtMs,
  )

/** Bills of an account known only from files come in by file: there is nobody to ask. */
export const isSyncable = ({ status, source }: Pick<ConnectionView, 'status' | 'source'>): boolean =>
  source === 'api' && status !== 'paused' && status !== 'archived'

/** One line for each region, else for each part: an endpoint in ten projects is one thing to a person. */
export function staleParts(stale: readonly ScopeView[]): StalePart[] {
  const parts = new Map<string, StalePart>()
  for (const { region, endpoint, lastGoodAtMs, problem } of stale) {
    const key = `${region ?? ''} ${endpoint}`
    const known = parts.get(key)
    parts.set(key, {
      key,
      name: region ? `${region}, ${endpoint}` : endpoint,
      problem: known?.problem ?? problem,
      lastGoodAtMs: known ? older(known.lastGoodAtMs, lastGoodAtMs) : lastGoodAtMs,
    })
  }
  return [...parts.values()]
}

type StalePart = {
  key: string
  name: string
  problem: ScopeView['problem']
  /** Null: nothing of it was ever read. */
  lastGoodAtMs: number | null
}

const older = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : Math.min(a, b)

/** How full a limit is; null where there is none. */
export const fillOf = ({ used, limit }: AccountView['limits'][number]): number | null =>
  limit === null || limit <= 0 ? null : used / limit

export const fillTone = (fill: number): 'brand' | 'warn' | 'bad' =>
  fill >= 0.95 ? 'bad' : fill >= 0.8 ? 'warn' : 'brand'

/** Our word for a code of the provider's, else the code itself: a new one is shown, not hidden. */
export function wordFor(area: string, code: string, t: Translate): string {
  const key = `${area}.${code}`
  return Object.hasOwn(texts.connections.ru, key) ? t(`connections.${key}` as TextKey) : code
}

const IN_FORM: readonly string[] = [
  'provider.badCredentials',
  'provider.codeRequired',
  'provider.badCode',
  'vault.secretMissing',
]

/** Whether what went wrong is put right by entering something anew. */
export const isMendedInForm = ({ code }: ProblemView): boolean =>
  IN_FORM.includes(code) || code.startsWith('connection.')
