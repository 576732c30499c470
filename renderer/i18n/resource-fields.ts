import {
  type ResourceStatus,
  type ResourceType,
  resourceMarks,
  resourceStatuses,
  resourceTypes,
} from '#shared/contract/resources.ts'
import { isDay } from '#shared/lib/day.ts'
import type { Format } from './format.ts'
import type { Translate } from './translate.ts'

const fields = [
  'name',
  'type',
  'service',
  'region',
  'zone',
  'status',
  'owner',
  'project',
  'businessUnit',
  'environment',
  'price',
  'price.currency',
  'price.period',
  'marks',
] as const

const attributes = [
  'vcpu',
  'ramGb',
  'diskGb',
  'networkMbps',
  'address',
  'addresses',
  'privateAddresses',
  'fixedAddress',
  'os',
  'renewsOn',
  'isRenewedAutomatically',
  'registrar',
  'volumes',
  'diskType',
  'isBootable',
  'device',
  'volume',
  'virtualDiskGb',
  'flavor',
  'configuration',
  'cpuClass',
  'tariff',
  'plan',
  'isPaidByYear',
  'hasEnoughBalance',
  'priceFrom',
  'engine',
  'version',
  'nodes',
  'nodeGroups',
  'maxNodes',
  'limitGb',
  'objects',
  'protocol',
  'mac',
  'cluster',
  'server',
  'hostname',
  'host',
  'domain',
  'domains',
  'path',
  'php',
  'forwarding',
  'range',
  'copies',
  'software',
  'licences',
  'licencesDaily',
  'description',
  'isInRescueMode',
  'isPublic',
  'createdAt',
  'attachedTo',
  'kind',
  'port',
  'source',
] as const

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/

const periods = ['hour', 'day', 'month', 'year'] as const

const find = <T extends string>(known: readonly T[], text: string): T | undefined =>
  known.find((each) => each === text)

/** A field of a resource by its name for people; what nobody has named stays as the provider calls it. */
export function fieldLabel(field: string, t: Translate): string {
  const own = find(fields, field)
  if (own) return t(`resources.field.${own}`)
  const [group, ...rest] = field.split('.')
  const name = rest.join('.')
  if (group === 'tags' && name !== '') return t('resources.field.tag', { key: name })
  return attributeLabel(group === 'attributes' && name !== '' ? name : field, t)
}

export function attributeLabel(name: string, t: Translate): string {
  const known = find(attributes, name)
  return known ? t(`resources.attribute.${known}`) : name
}

/** The value of a field as a person reads it: statuses and types by their names, figures and days in their language. */
export function fieldValue(field: string, value: string | null, t: Translate, format: Format): string {
  if (value === null || value === '') return '—'
  if (field === 'status') {
    const status: ResourceStatus | undefined = find(resourceStatuses, value)
    return status ? t(`resources.status.${status}`) : value
  }
  if (field === 'type') {
    const type: ResourceType | undefined = find(resourceTypes, value)
    return type ? t(`resources.type.${type}`) : value
  }
  if (field === 'price.period') {
    const period = find(periods, value)
    return period ? t(`resources.period.${period}`) : value
  }
  if (field === 'marks') {
    const names = value.split(', ').map((name) => {
      const mark = find(resourceMarks, name)
      return mark ? t(`resources.mark.${mark}`) : name
    })
    return names.join(', ')
  }
  if (field.startsWith('attributes.') && (value === 'true' || value === 'false'))
    return t(value === 'true' ? 'resources.yes' : 'resources.no')
  if (isDay(value)) return format.day(value)
  if (INSTANT.test(value)) return format.instant(Date.parse(value))
  return /^-?\d{1,15}(\.\d+)?$/.test(value) && isFigure(field) ? format.number(value) : value
}

const isFigure = (field: string): boolean =>
  /^price$|^attributes\.(vcpu|ramGb|diskGb|networkMbps)$/.test(field)
