import { describe, expect, it } from 'vitest'
import {
  bucketRef,
  expectedReportScope,
  expectedScope,
  ownerOfContainer,
} from '#main/providers/selectel/scopes.ts'

const ref = '000000a1-0000-4000-8000-000000000001'
const thing = { ref, kind: 'cloud_vm', type: 'server' as const, pool: 'ru-3', projectId: 'p1' }

describe('where a living thing would be listed', () => {
  it('is its list, pool and project', () => {
    expect(expectedScope(thing)).toBe('servers/ru-3/p1')
    expect(expectedScope({ ...thing, type: 'volume' })).toBe('volumes/ru-3/p1')
    expect(expectedScope({ ...thing, type: 'cache' })).toBe('databases/ru-3/p1')
    expect(expectedScope({ ...thing, type: 'registry', pool: null })).toBe('registries/-/p1')
    expect(expectedScope({ ...thing, ref: bucketRef('p1', 'ru-3', 'x'), type: 'object_storage' })).toBe(
      'buckets/ru-3/p1',
    )
    expect(expectedReportScope('dedicated', ref, 'p1')).toBe('dedicated/-/p1')
  })

  it('is nowhere when that is not certain', () => {
    expect(expectedScope({ ...thing, projectId: null })).toBeNull()
    expect(expectedScope({ ...thing, pool: null })).toBeNull()
    expect(expectedScope({ ...thing, ref: 'cdn/p1/-' })).toBeNull()
    expect(expectedScope({ ...thing, type: null })).toBeNull()
    expect(expectedScope({ ...thing, type: 'traffic' })).toBeNull()
    // A group of nodes bears the cluster's type and is on no list.
    expect(expectedScope({ ...thing, kind: 'mks_nodegroup', type: 'kubernetes' })).toBeNull()
    expect(expectedScope({ ...thing, kind: 'mks_cluster', type: 'kubernetes' })).toBe('clusters/ru-3/p1')
    expect(expectedScope({ ...thing, type: 'object_storage' })).toBeNull()
    expect(
      expectedScope({ ...thing, ref: bucketRef('p1', 'ru-3', '.file-segments'), type: 'object_storage' }),
    ).toBeNull()
    expect(expectedReportScope('dedicated', ref, null)).toBeNull()
    expect(expectedReportScope(null, ref, 'p1')).toBeNull()
  })
})

describe('a container of parts', () => {
  it('belongs to the one that they were sent to', () => {
    expect(ownerOfContainer('backups_segments')).toBe('backups')
    expect(ownerOfContainer('backups_s3multipartuploads')).toBe('backups')
    expect(ownerOfContainer('segments')).toBe('segments')
    expect(ownerOfContainer('_segments')).toBe('_segments')
  })
})
