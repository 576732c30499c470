import { useMemo } from 'react'
import type { Translate } from '#renderer/i18n/translate.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { type CostDimension, type PlainDimension, plainDimensions } from '#shared/contract/costs.ts'
import type { CallOutput } from '#shared/contract/index.ts'

type Known = CallOutput<'explorer.listDimensions'>

export type DimensionOption = { value: CostDimension; label: string; group: string; count?: number }

/** Told by a person in the program, not by a bill. */
const ofBusiness: readonly string[] = ['project', 'businessUnit', 'environment', 'owner']

const isPlain = (dimension: string): dimension is PlainDimension =>
  (plainDimensions as readonly string[]).includes(dimension)

/** What a dimension is called; null for a virtual tag or a level that is not there any more. */
function dimensionName(dimension: CostDimension, known: Known | undefined, t: Translate): string | null {
  if (isPlain(dimension)) return t(`costs.dimension.${dimension}`)
  const [kind, ...rest] = dimension.split(':')
  if (kind === 'tag') return t('costs.dimension.tag', { key: rest.join(':') })
  if (kind === 'virtual') return known?.virtual.find(({ id }) => id === rest[0])?.name ?? null
  return (
    known?.levels.find(({ hierarchyId, depth }) => hierarchyId === rest[0] && String(depth) === rest[1])
      ?.name ?? null
  )
}

function optionsOf(known: Known | undefined, t: Translate): DimensionOption[] {
  const plain = (isBusiness: boolean): DimensionOption[] =>
    plainDimensions
      .filter((value) => ofBusiness.includes(value) === isBusiness)
      .map((value) => ({
        value,
        label: t(`costs.dimension.${value}`),
        group: t(isBusiness ? 'costs.dimensions.business' : 'costs.dimensions.plain'),
      }))
  const isOne = new Set(known?.levels.map(({ hierarchyId }) => hierarchyId)).size < 2
  return toldApart([
    ...plain(false),
    ...plain(true),
    ...(known?.virtual ?? []).map(({ id, name }) => ({
      value: `virtual:${id}` as const,
      label: name,
      group: t('costs.dimensions.virtual'),
    })),
    ...(known?.levels ?? []).map(({ hierarchyId, depth, name, hierarchy }) => ({
      value: `level:${hierarchyId}:${depth}` as const,
      label: isOne ? name : `${name} (${hierarchy})`,
      group: t('costs.dimensions.levels'),
    })),
    ...(known?.tags ?? []).map(({ key, resources }) => ({
      value: `tag:${key}` as const,
      label: t('costs.dimension.tag', { key }),
      group: t('costs.dimensions.tags'),
      count: resources,
    })),
  ])
}

/** A department may be a field of the inventory, a virtual tag and a level of a hierarchy at once. */
function toldApart(options: readonly DimensionOption[]): DimensionOption[] {
  const byLabel = Map.groupBy(options, ({ label }) => label.toLowerCase())
  return options.map((option) =>
    byLabel.get(option.label.toLowerCase())?.length === 1
      ? option
      : { ...option, label: `${option.label} (${option.group.toLowerCase()})` },
  )
}

/** Everything that costs can be cut by, in the person's words. */
export function useDimensions(): {
  options: readonly DimensionOption[]
  nameOf: (dimension: CostDimension) => string
  levels: Known['levels']
} {
  const { t } = useText()
  const { data } = useCall('explorer.listDimensions', {})
  return useMemo(
    () => ({
      options: optionsOf(data, t),
      nameOf: (dimension) => dimensionName(dimension, data, t) ?? (data ? t('costs.dimension.gone') : '…'),
      levels: data?.levels ?? [],
    }),
    [data, t],
  )
}
