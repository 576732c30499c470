import { expect, test } from 'vitest'
import { templateSpec } from '#main/core/report/templates/template-spec.ts'
import { fillVariables } from '#main/core/report/variables.ts'
import { reportTemplates } from '#shared/contract/report-spec.ts'

test.each(reportTemplates)('%s is the same report in both languages', (key) => {
  const [ru, en] = [templateSpec(key, 'ru'), templateSpec(key, 'en')]
  expect(en.blocks.map(({ id, kind }) => [id, kind])).toEqual(ru.blocks.map(({ id, kind }) => [id, kind]))
  expect(en.title).not.toBe(ru.title)
  expect(JSON.stringify(en)).not.toMatch(/[а-яё]/i)
})

test.each(reportTemplates)('%s has no variable that nobody knows', (key) => {
  for (const language of ['ru', 'en'] as const) {
    const texts = JSON.stringify(templateSpec(key, language).blocks).replace(/[{}]"|"[{}]|[{}],|:[{}]/g, '')
    const written = texts.match(/\{[^{}":]+\}/g) ?? []
    expect(fillVariables(written.join(' '), () => '').unknown).toEqual([])
  }
})
