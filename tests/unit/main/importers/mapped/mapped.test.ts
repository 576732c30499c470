import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { MappingSpec } from '#shared/contract/imports.ts'
import { fixture, look, readLines } from '#tests/support/read-delivery.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const spec: MappingSpec = {
  provider: 'other',
  account: null,
  currency: 'RUB',
  columns: {
    date: 'Месяц',
    account: 'Лицевой счёт',
    service: 'Наименование',
    quantity: 'Кол-во',
    unit: 'Ед.',
    cost: 'Сумма, руб.',
  },
  tags: [],
  dateOrder: null,
  decimal: ',',
}

const write = (content: string, name = 'table.csv'): string => {
  const path = join(tempFolder(), name)
  writeFileSync(path, content)
  return path
}

describe('a table that nobody knows', () => {
  test('is asked for, with its first rows and a proposal that needs no change', async () => {
    const asked = await look(fixture('any-table.csv'))
    if (asked.kind !== 'asking') throw new Error('it should ask')
    expect(asked.reading.questions).toEqual(['mapping'])
    expect(asked.sample?.rows[0]).toEqual(['Март 2026', 'Л-001', 'Аренда сервера', '1', 'мес', '10 000,00'])
    expect(asked.sample?.proposal).toEqual(spec)
  })

  test('is read by its mapping: months, exact sums, the total checked', async () => {
    const { source, lines, totals, sum } = await readLines(fixture('any-table.csv'), {
      answers: { mapping: spec },
    })
    expect(source).toBe('mapped')
    expect([sum('billed'), totals]).toEqual(['20175.25', ['20175.25']])
    const [first] = lines
    expect([first?.startMs, first?.endMs]).toEqual([Date.UTC(2026, 2, 1), Date.UTC(2026, 3, 1)])
    expect(first?.key).toMatchObject({ billingAccount: 'Л-001', service: 'Аренда сервера', currency: 'RUB' })
  })

  test('is recognised again by its header, however it is spaced', async () => {
    const header = ['Месяц', 'Лицевой  счет', 'НАИМЕНОВАНИЕ', 'Кол-во', 'Ед.', 'Сумма, руб.']
    const found = await look(fixture('any-table.csv'), {
      mappings: [{ id: 7, header: JSON.stringify(header), spec }],
    })
    expect([found.kind, found.reading.mappingId]).toEqual(['understood', 7])
  })

  test('a mapping that leaves out what is needed says what', async () => {
    const { cost: _, ...columns } = spec.columns
    const answers = { mapping: { ...spec, currency: null, columns: { ...columns, region: 'Нет такого' } } }
    await expect(look(fixture('any-table.csv'), { answers })).rejects.toMatchObject({
      code: 'import.mappingIncomplete',
      details: { targets: 'cost, currency, region' },
    })
  })

  test('English, machine numbers, own days and tags', async () => {
    const path = write(
      'id,usage date,service name,amount,currency,tag:team\n1,2026-03-01,Hosting,12.5,usd,shop\n',
    )
    const asked = await look(path)
    if (asked.kind !== 'asking' || !asked.sample) throw new Error('it should ask')
    expect(asked.sample.proposal.columns).toMatchObject({
      date: 'usage date',
      service: 'service name',
      cost: 'amount',
    })
    const mapping = { ...asked.sample.proposal, account: 'hoster-1' }
    const { lines } = await readLines(path, { answers: { mapping } })
    expect(lines[0]).toMatchObject({
      startMs: Date.UTC(2026, 2, 1),
      billed: '12.5',
      key: { billingAccount: 'hoster-1', currency: 'USD', tags: { 'tag:team': 'shop' } },
      detail: { extra: { id: '1' } },
    })
  })

  test('columns without telling names are told by what stands in them', async () => {
    const path = write('a;b;c;d\n01.03.2026;Сервер;2;1 500,50\n15.03.2026;Диск;1;99,95\n')
    const asked = await look(path)
    expect(asked.kind === 'asking' && asked.sample?.proposal.columns).toMatchObject({ date: 'a', cost: 'd' })
  })
})
