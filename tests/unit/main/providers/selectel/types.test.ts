import { describe, expect, it } from 'vitest'
import { serviceCategoryOf, serviceOf, typeOf } from '#main/providers/selectel/types.ts'

describe('the type of a thing', () => {
  it.each([
    ['cloud_vm', 'server'],
    ['volume_gigabytes_fast', 'volume'],
    ['volume_gigabytes_universal2', 'volume'],
    ['volume_backups_gigabytes', 'backup'],
    ['backup_storage', 'backup'],
    ['snapshot_gigabytes_basic', 'snapshot'],
    ['image_gigabytes', 'image'],
    ['image_astralinux_orel_1_8', 'license'],
    ['license_windows_2019_standard', 'license'],
    ['share_gigabytes_basic', 'file_storage'],
    ['load_balancers_active_standby_2_1024', 'load_balancer'],
    ['network_load_balancer', 'load_balancer'],
    ['network_floatingips', 'ip_address'],
    ['network_floating_ip', 'ip_address'],
    ['network_subnets_29', 'network'],
    ['exttraffic', 'traffic'],
    ['dbaas_postgresql', 'database'],
    ['dbaas_redis', 'cache'],
    ['mks_cluster', 'kubernetes'],
    ['craas_registry', 'registry'],
    ['s3_storage', 'object_storage'],
    ['storage', 'object_storage'],
    ['cdn_traffic', 'cdn'],
    ['server', 'dedicated'],
    ['SERVERCHIP', 'dedicated'],
  ])('%s is %s', (kind, type) => {
    expect(typeOf(kind, [])).toBe(type)
  })

  it('is told from what is counted on it where its own word says nothing', () => {
    expect(typeOf('unknown', ['dbaas_compute_cores'])).toBe('database')
    expect(typeOf('unknown', ['exttraffic', 'license_windows_2019', 'compute_cores'])).toBe('server')
    expect(typeOf('shiny', ['load_balancers_single_2_1024'])).toBe('load_balancer')
  })

  it('is unknown where nothing is known', () => {
    expect(typeOf('quantum_vm', ['quantum_seconds'])).toBeNull()
    expect(typeOf('', [])).toBeNull()
  })
})

describe('the service of a thing', () => {
  it('is what Selectel’s panel calls it; of an unknown thing the product, of an unknown product its key', () => {
    expect(serviceOf('volume', 'vpc')).toBe('Облачные диски')
    expect(serviceOf(null, 'vmware')).toBe('Облако на базе VMware')
    expect(serviceOf(null, 'newest')).toBe('newest')
  })

  it('has a category', () => {
    expect([serviceCategoryOf('database'), serviceCategoryOf(null)]).toEqual(['Databases', 'Other'])
  })
})
