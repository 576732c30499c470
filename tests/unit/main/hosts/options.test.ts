import { describe, expect, it } from 'vitest'
import { readOptions } from '#main/hosts/options.ts'
import { createTerminal, HostError } from '#main/hosts/terminal.ts'
import { terminalText } from '#shared/texts/terminal.ts'

const known = {
  data: { type: 'string' },
  'no-open': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

/** The sentence as a person reads it, in both languages. */
function said(args: readonly string[], positionals = false): string[] {
  try {
    readOptions(args, known, { positionals })
    return []
  } catch (error) {
    if (!(error instanceof HostError)) throw error
    return (['ru', 'en'] as const).map((locale) => terminalText(locale, error.key, error.facts))
  }
}

describe('readOptions', () => {
  it('takes what is known', () => {
    expect(readOptions(['--data', 'x', '--no-open'], known).values).toMatchObject({
      data: 'x',
      'no-open': true,
    })
    expect(readOptions(['--data=-x', 'word', '--', '-y'], known, { positionals: true })).toMatchObject({
      values: { data: '-x' },
      positionals: ['word', '-y'],
    })
  })

  it.each([
    [['--frobnicate'], 'Нет такого параметра: --frobnicate.', 'There is no such option: --frobnicate.'],
    [['--frobnicate=1'], 'Нет такого параметра: --frobnicate.', 'There is no such option: --frobnicate.'],
    [['-x'], 'Нет такого параметра: -x.', 'There is no such option: -x.'],
    [["--it's"], "Нет такого параметра: --it's.", "There is no such option: --it's."],
    [['--data'], 'Для --data не указано значение.', '--data has no value.'],
    [['--data', '--no-open'], 'Для --data не указано значение.', '--data has no value.'],
    [['--no-open=1'], 'Параметр --no-open пишется без значения.', '--no-open takes no value.'],
    [['fly'], 'Лишнее слово: fly.', 'One word too many: fly.'],
  ])('says of %j in one language at a time what is wrong', (args, ru, en) => {
    const [inRussian = '', inEnglish = ''] = said(args)
    expect(inRussian.startsWith(ru)).toBe(true)
    expect(inEnglish.startsWith(en)).toBe(true)
    expect(inRussian).not.toMatch(/option|argument|value/i)
  })

  it('does not blame a word where words are allowed', () => {
    expect(said(['word', '--frobnicate'], true)[0]).toContain('--frobnicate')
  })

  it('ends such a command line with code 2', () => {
    let code = 0
    try {
      readOptions(['--frobnicate'], known)
    } catch (error) {
      code = createTerminal({ LANG: 'en_US.UTF-8' }).explain(error)
    }
    expect(code).toBe(2)
  })
})
