import { describe, expect, it } from 'vitest'
import {
  clusterStatus,
  databaseStatus,
  dedicatedStatus,
  registryStatus,
} from '#main/providers/selectel/managed/statuses.ts'
import {
  addressStatus,
  balancerStatus,
  serverStatus,
  storedStatus,
} from '#main/providers/selectel/openstack/statuses.ts'

describe('a status', () => {
  it.each([
    ['ACTIVE', 'running'],
    ['active', 'running'],
    ['SHUTOFF', 'stopped'],
    ['Shelved_Offloaded', 'stopped'],
    ['BUILD', 'changing'],
    ['VERIFY_RESIZE', 'changing'],
    ['ERROR', 'error'],
    ['SOFT_DELETED', 'deleted'],
    ['NEVER_HEARD', 'unknown'],
    [null, 'unknown'],
  ])('of a server: %s is %s', (word, status) => {
    expect(serverStatus(word)).toBe(status)
  })

  it.each([
    ['in-use', 'running'],
    ['AVAILABLE', 'running'],
    ['reserved', 'stopped'],
    ['Reserved', 'stopped'],
    ['deleting', 'changing'],
    ['error_deleting', 'error'],
    ['killed', 'error'],
    ['restoring-backup', 'changing'],
    ['frobnicating', 'changing'],
    ['deleted', 'deleted'],
  ])('of a volume: %s is %s', (word, status) => {
    expect(storedStatus(word)).toBe(status)
  })

  it('of a balancer looks first at what is done to it', () => {
    expect(balancerStatus('PENDING_UPDATE', 'ONLINE')).toBe('changing')
    expect(balancerStatus('ERROR', 'ONLINE')).toBe('error')
    expect(balancerStatus('ACTIVE', 'OFFLINE')).toBe('stopped')
    expect(balancerStatus('ACTIVE', null)).toBe('running')
    expect(balancerStatus('DELETED', 'OFFLINE')).toBe('deleted')
  })

  it('of everything else', () => {
    expect([addressStatus('DOWN'), addressStatus('active')]).toEqual(['stopped', 'running'])
    expect(['DISK_FULL', 'DEGRADED', 'DOWN', 'PENDING_CREATE', 'RESIZING'].map(databaseStatus)).toEqual([
      'error',
      'error',
      'stopped',
      'changing',
      'changing',
    ])
    expect(['PENDING_UPGRADE_MASTERS_CONFIGURATION', 'MAINTENANCE', 'UNKNOWN'].map(clusterStatus)).toEqual([
      'changing',
      'changing',
      'unknown',
    ])
    expect(['GARBAGE_COLLECTION', 'DELETING'].map(registryStatus)).toEqual(['running', 'changing'])
    expect(['expiring', 'deploy', 'ending', 'paid'].map(dedicatedStatus)).toEqual([
      'running',
      'changing',
      'changing',
      'running',
    ])
  })
})
