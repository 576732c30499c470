import { expect, it } from 'vitest'
import { tileRow, topMovers } from '#renderer/features/dashboard/tiles/rows.ts'
import type { TextKey } from '#renderer/i18n/texts.ts'
import { translate } from '#renderer/i18n/translate.ts'
import { viewSpec } from '#shared/contract/costs.ts'
import type { GroupView } from '#shared/contract/explorer.ts'

const t = (key: TextKey) => translate('ru', key)

const group = (key: string | null, total: string, before: string | null = null): GroupView => ({
  keys: [key],
  labels: [key],
  total,
  before,
  changeRatio: null,
  amounts: [total],
  lines: 1,
})

it('those that moved most come first, up or down, and what stayed is left out', () => {
  const [up, down, still, small] = [
    group('up', '15', '5'),
    group('down', '0', '12.5'),
    group('still', '7', '7'),
    group('small', '1', '0.9'),
  ]
  const keys = topMovers([up, small, still], [down, still, small], 2).map(({ keys: [key] }) => key)
  expect(keys).toEqual(['down', 'up'])
})

it('a row leads one step down, and names the account of a resource', () => {
  const known = {
    levels: [],
    accounts: [{ id: 'c1', name: 'Прод', provider: 'selectel' as const }],
  }
  const spec = viewSpec.parse({ groupBy: ['resource'] })
  const row = tileRow(group('c1/i-1', '5'), ['resource'], spec, known, { t, language: 'ru' })
  expect(row).toMatchObject({ label: 'c1/i-1', context: 'Прод', provider: 'selectel' })
  expect(row.href).toMatch(/^\/costs\?.*w=resource\*\.is\*\.c1%2Fi-1.*lines=1$/)
  const service = tileRow(group('Диски', '5'), ['service'], viewSpec.parse({}), known, { t, language: 'ru' })
  expect(service.context).toBeNull()
  expect(service.href).toMatch(/by=resource/)
})
