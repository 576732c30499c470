import { expect, test } from 'vitest'
import { fillVariables } from '#main/core/report/variables.ts'
import { reportVariables } from '#shared/texts/report-variables.ts'

const fill = (text: string) => fillVariables(text, (variable) => `<${variable}>`)

test('either language’s name is understood, with any case and spaces', () => {
  expect(fill('За {период}: {Total}, { итого   прописью }')).toEqual({
    text: 'За <period>: <total>, <totalInWords>',
    unknown: [],
  })
})

test('what nobody knows stays as it is written, and is told once', () => {
  expect(fill('{премия} и {премия}, {}, { , {a\nb}')).toEqual({
    text: '{премия} и {премия}, {}, { , {a\nb}',
    unknown: ['премия'],
  })
})

test('what a variable is filled with is not filled again', () => {
  expect(fillVariables('{организация}', () => 'ООО {итого} $& $1').text).toBe('ООО {итого} $& $1')
})

test('no two variables share a name in a language, and each says what it means', () => {
  for (const language of ['ru', 'en'] as const) {
    const names = reportVariables.map((one) => one[language].name)
    expect(new Set(names).size).toBe(names.length)
    for (const one of reportVariables) {
      expect(one[language].name).toBe(one[language].name.toLowerCase())
      expect(one[language].meaning).not.toBe('')
    }
  }
})
