import { intoGroup } from '#renderer/app/costs/chart/drill.ts'
import { differenceOf, groupId, groupLabels } from '#renderer/app/costs/chart/view.ts'
import { linkOfView } from '#renderer/app/costs/view-query.ts'
import type { Translate } from '#renderer/i18n/translate.ts'
import type { ConnectionView } from '#shared/contract/connections.ts'
import type { CostDimension, ViewSpec } from '#shared/contract/costs.ts'
import type { GroupView } from '#shared/contract/explorer.ts'
import type { CallOutput } from '#shared/contract/index.ts'
import type { Provider } from '#shared/contract/values.ts'
import { parseDecimal } from '#shared/lib/decimal.ts'
import type { Locale } from '#shared/lib/format-money.ts'
import { providerName } from '#shared/texts/providers.ts'

export type TileRow = {
  id: string
  label: string
  /** A second line: the account of a resource, the provider of an account. */
  context: string | null
  provider: Provider | null
  /** One step down into it; null for what there is nothing below. */
  href: string
  group: GroupView
}

type Known = {
  levels: CallOutput<'explorer.listDimensions'>['levels']
  accounts: readonly Pick<ConnectionView, 'id' | 'name' | 'provider'>[]
}

export function tileRow(
  group: GroupView,
  groupBy: readonly CostDimension[],
  spec: ViewSpec,
  { levels, accounts }: Known,
  { t, language }: { t: Translate; language: Locale },
): TileRow {
  const labels = groupBy.length === 0 ? [t('views.tile.total')] : groupLabels(group, groupBy, t, language)
  const [dimension] = groupBy
  const [key = null] = group.keys
  const accountId = dimension === 'connection' ? key : dimension === 'resource' ? accountOf(key) : null
  const account = accounts.find(({ id }) => id === accountId)
  const step = intoGroup(spec, groupBy, group.keys, levels)
  const link = linkOfView({ ...spec, ...step.spec })
  return {
    id: groupId(group.keys),
    label: labels.join(' · '),
    context:
      account === undefined
        ? null
        : dimension === 'connection'
          ? providerName(account.provider, language)
          : account.name,
    provider: account?.provider ?? (dimension === 'provider' ? (key as Provider | null) : null),
    href: step.isLines ? `${link}${link.includes('?') ? '&' : '?'}lines=1` : link,
    group,
  }
}

/** A resource is `<account>/<the provider's number of it>`. */
const accountOf = (resource: string | null): string | null => resource?.split('/', 1)[0] ?? null

const changeOf = ({ total, before }: Pick<GroupView, 'total' | 'before'>): bigint =>
  parseDecimal(differenceOf(total, before ?? '0')) ?? 0n

const sizeOf = (value: bigint): bigint => (value < 0n ? -value : value)

/** Of those that rose most and those that fell most, the ones that moved most either way. */
export function topMovers(
  rises: readonly GroupView[],
  falls: readonly GroupView[],
  count: number,
): GroupView[] {
  const all = new Map([...rises, ...falls].map((group) => [groupId(group.keys), group]))
  return [...all.values()]
    .filter((group) => changeOf(group) !== 0n)
    .sort((a, b) => {
      const [x, y] = [sizeOf(changeOf(a)), sizeOf(changeOf(b))]
      return x < y ? 1 : x > y ? -1 : 0
    })
    .slice(0, count)
}
