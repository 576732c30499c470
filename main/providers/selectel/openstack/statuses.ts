import type { ResourceStatus } from '#shared/contract/resources.ts'

/** `deleted`: still on the list and no longer there; it is left out. */
export type SeenStatus = ResourceStatus | 'deleted'

type Words = Readonly<Partial<Record<SeenStatus, readonly string[]>>>

const SERVER: Words = {
  running: ['active', 'rescue', 'password'],
  stopped: ['shutoff', 'stopped', 'suspended', 'paused', 'shelved', 'shelved_offloaded'],
  error: ['error'],
  changing: [
    'build',
    'rebuild',
    'reboot',
    'hard_reboot',
    'resize',
    'verify_resize',
    'revert_resize',
    'migrating',
  ],
  deleted: ['deleted', 'soft_deleted'],
}

/** Volumes, snapshots, shares and images: what can be used runs, what is set aside for nobody stands still. */
const STORED: Words = {
  running: ['available', 'in-use', 'active'],
  stopped: ['reserved', 'deactivated', 'inactive'],
  error: ['killed'],
  changing: [
    'attaching',
    'awaiting-transfer',
    'backing-up',
    'creating',
    'deleting',
    'detaching',
    'downloading',
    'extending',
    'importing',
    'maintenance',
    'migrating',
    'pending_delete',
    'queued',
    'restoring',
    'restoring-backup',
    'retyping',
    'reverting',
    'saving',
    'shrinking',
    'unmanaging',
    'uploading',
  ],
  deleted: ['deleted'],
}

const BALANCER: Words = {
  running: ['online', 'no_monitor', 'active', 'draining'],
  stopped: ['offline'],
  error: ['error', 'degraded'],
  deleted: ['deleted'],
}

const ADDRESS: Words = { running: ['active'], stopped: ['down'], error: ['error'] }

export const serverStatus = (word: string | null): SeenStatus => statusOf(SERVER, word)
export const storedStatus = (word: string | null): SeenStatus => statusOf(STORED, word)
export const addressStatus = (word: string | null): SeenStatus => statusOf(ADDRESS, word)

/** What is being done to a balancer comes before how it does. */
export function balancerStatus(provisioning: string | null, operating: string | null): SeenStatus {
  const first = provisioning?.toLowerCase() ?? ''
  if (first.startsWith('pending')) return 'changing'
  if (first === 'error' || first === 'deleted') return statusOf(BALANCER, first)
  return statusOf(BALANCER, operating ?? provisioning)
}

/** Case says nothing: one service shouts its words, the next one whispers them. */
export function statusOf(words: Words, word: string | null): SeenStatus {
  const lower = word?.trim().toLowerCase() ?? ''
  for (const status of Object.keys(words) as SeenStatus[]) {
    if (words[status]?.includes(lower)) return status
  }
  if (lower.startsWith('error')) return 'error'
  return lower.startsWith('pending') || lower.endsWith('ing') ? 'changing' : 'unknown'
}
