import { type SeenStatus, statusOf } from '../openstack/statuses.ts'

export const databaseStatus = (word: string | null): SeenStatus =>
  statusOf(
    {
      running: ['active'],
      stopped: ['down'],
      error: ['degraded', 'disk_full', 'error'],
      changing: ['resizing'],
      deleted: ['deleted'],
    },
    word,
  )

export const clusterStatus = (word: string | null): SeenStatus =>
  statusOf({ running: ['active'], changing: ['maintenance'], error: ['error'], deleted: ['deleted'] }, word)

export const registryStatus = (word: string | null): SeenStatus =>
  statusOf(
    { running: ['active', 'garbage_collection'], changing: ['creating', 'deleting'], error: ['error'] },
    word,
  )

/** `expiring`: its paid time ends soon, and it runs until then. */
export const dedicatedStatus = (word: string | null): SeenStatus =>
  statusOf(
    { running: ['active', 'paid', 'expiring'], changing: ['pending', 'processing', 'deploy', 'ending'] },
    word,
  )
