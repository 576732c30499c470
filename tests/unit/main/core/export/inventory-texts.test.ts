import { describe, expect, it } from 'vitest'
import { inventoryTexts } from '#main/core/export/inventory-texts.ts'
import { changes } from '#renderer/i18n/texts/changes.ts'
import { connections } from '#renderer/i18n/texts/connections.ts'
import { resources } from '#renderer/i18n/texts/resources.ts'

type Words = Record<string, unknown>

/** The texts of a page under a prefix, by what follows it. */
const under = (texts: Words, prefix: string): Words =>
  Object.fromEntries(
    Object.entries(texts)
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, value]) => [key.slice(prefix.length), value]),
  )

describe.each(['ru', 'en'] as const)('the words of a file in %s', (language) => {
  const file = inventoryTexts[language]

  it('are those that the pages use for types, statuses, marks and kinds', () => {
    const page = resources[language] as Words
    expect(under(page, 'type.')).toEqual(file.types)
    expect(under(page, 'status.')).toEqual(file.statuses)
    expect(under(page, 'mark.')).toEqual(file.marks)
    expect(under(changes[language] as Words, 'kind.')).toEqual(file.kinds)
    expect(under(connections[language] as Words, 'status.')).toMatchObject(file.connectionStatuses)
  })

  it('are those of the columns and fields on screen, where both have them', () => {
    const page = resources[language] as Words
    const columns = under(page, 'col.')
    const shared = Object.keys(file.columns).filter((name) => name in columns)
    expect(shared.length).toBeGreaterThan(14)
    for (const name of shared) expect(Reflect.get(file.columns, name), name).toBe(columns[name])
    const fields = { ...under(page, 'field.') }
    for (const [name, value] of Object.entries(under(page, 'attribute.')))
      fields[`attributes.${name}`] = value
    for (const [name, value] of Object.entries(file.fields)) expect(value, name).toBe(fields[name])
    expect(file.tag).toBe(fields.tag)
    expect(file.periods).toEqual(under(page, 'period.'))
  })
})
