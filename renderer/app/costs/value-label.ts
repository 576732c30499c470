import type { Translate } from '#renderer/i18n/translate.ts'
import type { CostDimension } from '#shared/contract/costs.ts'
import { resourceTypes } from '#shared/contract/resources.ts'
import type { Locale } from '#shared/lib/format-money.ts'
import { providerName } from '#shared/texts/providers.ts'

const chargeCategories = ['Usage', 'Purchase', 'Tax', 'Credit', 'Adjustment'] as const

const serviceCategories = [
  'AI and Machine Learning',
  'Analytics',
  'Business Applications',
  'Compute',
  'Databases',
  'Developer Tools',
  'Multicloud',
  'Identity',
  'Integration',
  'Internet of Things',
  'Management and Governance',
  'Media',
  'Migration',
  'Mobile',
  'Networking',
  'Security',
  'Storage',
  'Web',
  'Other',
] as const

const find = <T extends string>(known: readonly T[], text: string): T | undefined =>
  known.find((each) => each === text)

/** What costs without that attribute are called. */
export function noneLabel(dimension: CostDimension, t: Translate): string {
  if (dimension.startsWith('tag:')) return t('costs.none.tag', { key: dimension.slice(4) })
  if (dimension.startsWith('virtual:') || dimension.startsWith('level:')) return t('costs.none.virtual')
  return t(dimension === 'resource' ? 'costs.none.resource' : 'costs.none.other')
}

/** A value as people call it: codes of the program and of FOCUS in their language, names as the bill has them. */
export function valueLabel(
  dimension: CostDimension,
  key: string | null,
  label: string | null,
  t: Translate,
  language: Locale,
): string {
  if (key === null) return noneLabel(dimension, t)
  switch (dimension) {
    case 'provider':
      return providerName(key, language)
    case 'chargeCategory': {
      const known = find(chargeCategories, key)
      return known ? t(`ledger.category.${known}`) : key
    }
    case 'serviceCategory': {
      const known = find(serviceCategories, key)
      return known ? t(`costs.serviceCategory.${known}`) : key
    }
    case 'resourceType': {
      const known = find(resourceTypes, key)
      return known ? t(`resources.type.${known}`) : (label ?? key)
    }
    case 'resource':
      // Without a name its number of the provider says more than the account's that stands before it.
      return label ?? key.replace(/^[^/]*\//, '')
    default:
      return label ?? key
  }
}
