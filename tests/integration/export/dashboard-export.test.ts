import { afterEach, beforeEach, expect, it } from 'vitest'
import { exportDashboard } from '#main/services/export/dashboard-export.ts'
import { updateWorkspace } from '#main/store/repos/people.repo.ts'
import { addDays, day } from '#shared/lib/day.ts'
import { NOVEMBER, openSeeded } from '#tests/integration/queries/seed.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

let made: Awaited<ReturnType<typeof openSeeded>>

beforeEach(async () => {
  made = await openSeeded(tempFolder(), ['A'])
})
afterEach(() => made.store.close())

const linesOf = (text: string): string[] => text.replace(/^\uFEFF/, '').split('\r\n')

it('opens in Russian Excel: mark, semicolons, decimal commas, days as people write them', () => {
  const file = exportDashboard(made.scope, { period: NOVEMBER, groupBy: 'service', language: 'ru' })
  expect(file.fileName).toBe('InfraZen_2026-11-01_2026-11-19.csv')
  expect(file.mediaType).toBe('text/csv;charset=utf-8')
  expect(file.text.startsWith('\uFEFFОрганизация;A Ромашка\r\n')).toBe(true)
  expect(file.text).not.toMatch(/sep=|[^\r]\n|\u00A0|\u202F/)
  const lines = linesOf(file.text)
  for (const line of [
    'Период;01.11.2026;19.11.2026',
    'Период сравнения;01.10.2026;19.10.2026',
    'Валюта;RUB',
    'Данные по;20.11.2026',
    'Сформировано;20.11.2026, 12:00 (Europe/Moscow)',
    'Расходы за период;3129,595000000000019;2900,025;229,570000000000019;7,92',
    'Прогноз на месяц (по среднему за день);4941,47',
    'Возможная экономия в месяц;170,255',
    'Ресурсов в работе;3',
    'Расходы в другой валюте, в итог не входят (USD);7,25',
    'День;Серверы;Хостинг;Поддержка;Диски;Итого',
    '05.11.2026;100,00;40,000000000000001;300,00;10,005;450,005000000000001',
    'Итого;1879,50;760,000000000000019;300,00;190,095;3129,595000000000019',
    'web-01;A Сервера;1879,50;1900,00;-20,50;-1,08;60,06',
    'Без ресурса;;300,00;0,00;300,00;;9,59',
    'Остальные ресурсы;;0,00',
    'Итого;;3129,595000000000019;2900,025;229,570000000000019',
  ]) {
    expect(lines).toContain(line)
  }
})

it('in English has commas, dots and ISO days', () => {
  const { text } = exportDashboard(made.scope, { period: NOVEMBER, groupBy: 'provider', language: 'en' })
  expect(text.startsWith('\uFEFFOrganisation,')).toBe(true)
  const lines = linesOf(text)
  expect(lines).toContain('Period,2026-11-01,2026-11-19')
  expect(lines).toContain('Day,Selectel,Beget,Total')
  expect(lines).toContain('2026-11-05,410.005,40.000000000000001,450.005000000000001')
})

it('gives a name that begins like a formula as text', () => {
  made.store.transaction((db) => updateWorkspace(db, 'A-workspace', { name: '=HYPERLINK("http://x";"y")' }))
  const { text } = exportDashboard(made.scope, { period: NOVEMBER, groupBy: 'service', language: 'ru' })
  expect(linesOf(text)[0]).toBe(`Организация;"'=HYPERLINK(""http://x"";""y"")"`)
})

it('says that the compared period is incomplete when the data begin within it', () => {
  const period = {
    ...NOVEMBER,
    compareFrom: addDays(NOVEMBER.compareFrom, -400),
    compareTo: NOVEMBER.compareTo,
  }
  const { text } = exportDashboard(made.scope, { period, groupBy: 'service', language: 'ru' })
  const lines = linesOf(text)
  expect(lines).toContain('Период сравнения;27.08.2025;19.10.2026;данные за этот период неполные')
  expect(lines).toContain('Что изменилось сильнее всего;сравнения нет')
})

it('works out no change on the first day of a month', () => {
  const period = {
    from: day('2026-11-20'),
    to: day('2026-11-20'),
    compareFrom: day('2026-10-20'),
    compareTo: day('2026-10-20'),
  }
  const { text } = exportDashboard(made.scope, { period, groupBy: 'service', language: 'ru' })
  const lines = linesOf(text)
  expect(lines).toContain('Период;20.11.2026;20.11.2026;в этом периоде ещё нет полного дня')
  expect(lines.find((line) => line.startsWith('Расходы за период;'))).toMatch(/;;$/)
  expect(lines).toContain('Что изменилось сильнее всего;сравнения нет')
})
