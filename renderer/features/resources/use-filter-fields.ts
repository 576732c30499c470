import { useText } from '#renderer/i18n/use-text.ts'
import type { ComboboxOption } from '#renderer/ui/ComboboxList.tsx'
import type { CallOutput } from '#shared/contract/index.ts'
import { resourceStatuses, resourceTypes } from '#shared/contract/resources.ts'
import { providers } from '#shared/contract/values.ts'
import { providerName } from '#shared/texts/providers.ts'
import type { ResourceUrl } from './url.ts'

type Facets = CallOutput<'resources.list'>['facets']
/** Marks have chips of their own, in the summary. */
type FieldName = Exclude<keyof Facets, 'mark'>

type Field = {
  name: FieldName
  value: string | null
  options: readonly ComboboxOption[]
  set: (value: string | null) => Partial<ResourceUrl>
}

const oneOf = <T extends string>(allowed: readonly T[], value: string | null): T | null =>
  allowed.find((each) => each === value) ?? null

/** What the list can be cut down by: every field with its values, named and counted. */
export function useFilterFields(url: ResourceUrl, facets: Facets | undefined): readonly Field[] {
  const { t, language } = useText()
  const nameOf = (name: FieldName, value: string, label: string): string => {
    switch (name) {
      case 'provider':
        return providerName(value, language)
      case 'type': {
        const type = oneOf(resourceTypes, value)
        return type ? t(`resources.type.${type}`) : label
      }
      case 'status': {
        const status = oneOf(resourceStatuses, value)
        return status ? t(`resources.status.${status}`) : label
      }
      default:
        return label
    }
  }
  const field = (name: FieldName, value: string | null, set: Field['set']): Field => {
    const known = facets?.[name] ?? []
    const isKnown = value === null || known.some((entry) => entry.value === value)
    return {
      name,
      value,
      set,
      options: [
        ...known.map((entry) => ({
          value: entry.value,
          label: nameOf(name, entry.value, entry.label),
          count: entry.count,
        })),
        // What the address asks for and nothing has: it stays in sight, so that it can be taken back.
        ...(isKnown ? [] : [{ value, label: nameOf(name, value, value), count: 0 }]),
      ],
    }
  }
  return [
    field('provider', url.provider, (value) => ({ provider: oneOf(providers, value) })),
    field('connection', url.connectionId, (value) => ({ connectionId: value })),
    field('type', url.type, (value) => ({ type: oneOf(resourceTypes, value) })),
    field('status', url.status, (value) => ({ status: oneOf(resourceStatuses, value) })),
    field('service', url.service, (value) => ({ service: value })),
    field('region', url.region, (value) => ({ region: value })),
    field('owner', url.owner, (value) => ({ owner: value })),
    field('tag', url.tag, (value) => ({ tag: value })),
  ]
}
