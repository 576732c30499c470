import { afterEach, beforeEach, expect, it } from 'vitest'
import { exportBoard } from '#main/services/table-export/board-export.ts'
import { updateWorkspace } from '#main/store/repos/people.repo.ts'
import { type CostCondition, type ViewSpecInput, viewSpec } from '#shared/contract/costs.ts'
import { NOVEMBER, openSeeded } from '#tests/integration/queries/seed.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

let made: Awaited<ReturnType<typeof openSeeded>>

beforeEach(async () => {
  made = await openSeeded(tempFolder(), ['A'])
})
afterEach(() => made.store.close())

const period = { from: NOVEMBER.from, to: NOVEMBER.to }
const linesOf = (text: string): string[] => text.replace(/^\uFEFF/, '').split('\r\n')
const exported = (specs: ViewSpecInput[], language: 'ru' | 'en' = 'ru') =>
  exportBoard(made.scope, {
    period,
    tiles: specs.map((spec, at) => ({
      title: `Плитка ${at + 1}`,
      spec: viewSpec.parse({ period, ...spec }),
    })),
    language,
  })

it('opens in Russian Excel: mark, semicolons, decimal commas, days as people write them', () => {
  const file = exported([
    { groupBy: ['connection'], period: { from: period.from, to: period.from } },
    { groupBy: ['service'], granularity: 'total', top: 2, where: [[onlyRoubles]] },
  ])
  expect(file.fileName).toBe('InfraZen_2026-11-01_2026-11-19.csv')
  expect(file.mediaType).toBe('text/csv;charset=utf-8')
  expect(file.text.startsWith('\uFEFFОрганизация;A Ромашка\r\n')).toBe(true)
  expect(file.text).not.toMatch(/sep=|[^\r]\n|\u202F/)
  const lines = linesOf(file.text)
  for (const line of [
    'Период;01.11.2026;19.11.2026',
    'Данные по;20.11.2026',
    'Сформировано;20.11.2026, 12:00 (Europe/Moscow)',
    'Прогноз на месяц (по среднему за день);4941,47',
    'Возможная экономия в месяц;170,255',
    'Ресурсов в работе;3',
    'Плитка 1;01.11.2026;01.11.2026',
    'Аккаунт;01.11.2026, RUB;Всего, RUB;Было, RUB;Изменение, RUB;Изменение, %',
    'A Сервера;110,005;110,005;110,005;0,00;0',
    'Плитка 2;01.11.2026;19.11.2026',
    'Сравнение;13.10.2026;31.10.2026',
    'Хостинг;760,000000000000019;950,00;-189,999999999999981;-20',
    'Прочее;190,095;170,085;20,01;11,76',
    'Итого;1250,095000000000019;1120,085;130,010000000000019;11,61',
  ])
    expect(lines, line).toContain(line)
})

const onlyRoubles: CostCondition = { dimension: 'service', op: 'isNot', values: ['Серверы'] }

it('says in each row what it counts in where there is more than one currency', () => {
  const lines = linesOf(exported([{ groupBy: ['service'], granularity: 'total', comparison: 'none' }]).text)
  expect(lines).toContain('Сервис;Валюта, единица;Всего')
  expect(lines).toContain('Серверы;RUB;1879,50')
  expect(lines).toContain('Серверы;USD;7,25')
  expect(lines).toContain('Итого, RUB;RUB;3129,595000000000019')
  expect(lines).toContain('Итого, USD;USD;7,25')
})

it('in English has commas, dots and ISO days', () => {
  const { text } = exported([{ groupBy: ['provider'], granularity: 'total', where: [[onlyRoubles]] }], 'en')
  expect(text.startsWith('\uFEFFOrganisation,')).toBe(true)
  const lines = linesOf(text)
  expect(lines).toContain('Period,2026-11-01,2026-11-19')
  expect(lines).toContain('Beget,760.000000000000019,950.00,-189.999999999999981,-20')
})

it('gives a name that begins like a formula as text', () => {
  made.store.transaction((db) => updateWorkspace(db, 'A-workspace', { name: '=HYPERLINK("http://x";"y")' }))
  expect(linesOf(exported([]).text)[0]).toBe(`Организация;"'=HYPERLINK(""http://x"";""y"")"`)
})

it('gives no change in percent where comparing would mislead, and the compared amounts all the same', () => {
  const since = { from: '2026-09-20', to: '2026-11-19' } as never
  const lines = linesOf(
    exported([{ period: since, groupBy: [], granularity: 'total', where: [[onlyRoubles]] }]).text,
  )
  expect(lines.find((line) => line.startsWith('Итого;'))).toMatch(/;$/)
})
