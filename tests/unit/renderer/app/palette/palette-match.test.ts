import { describe, expect, it } from 'vitest'
import { foldText, layoutVariants } from '#renderer/app/palette/fold-layout.ts'
import { matchCandidates } from '#renderer/app/palette/palette-match.ts'

const candidates = [
  { id: 'dashboard', names: ['Обзор', 'Overview'] },
  { id: 'resources', names: ['Ресурсы', 'Resources'] },
  { id: 'recommendations', names: ['Рекомендации', 'Recommendations'] },
  { id: 'settings', names: ['Настройки', 'Settings'] },
  { id: 'dark', names: ['Тёмная тема', 'Dark theme'] },
  { id: 'light', names: ['Светлая тема', 'Light theme'] },
]
const found = (query: string): string[] => matchCandidates(candidates, query).map(({ id }) => id)

describe('layoutVariants', () => {
  it('reads what was typed in the other keyboard layout', () => {
    expect(layoutVariants('ghbdtn')).toContain('привет')
    expect(layoutVariants('руддщ')).toContain('hello')
  })

  it('reads the letters that share keys with signs', () => {
    expect(layoutVariants(',.l;tn')).toContain('бюджет')
  })

  it('keeps what was typed as the first reading', () => {
    expect(layoutVariants('Обзор')[0]).toBe('обзор')
  })
})

describe('foldText', () => {
  it('does not tell ё from е, nor one space from three', () => {
    expect(foldText('  Тёмная   тема ')).toBe('темная тема')
  })
})

describe('matchCandidates', () => {
  it('gives everything in its order for an empty query', () => {
    expect(found('  ')).toEqual(candidates.map(({ id }) => id))
  })

  it.each([
    ['обз', 'dashboard'],
    ['over', 'dashboard'],
    ['j,pjh', 'dashboard'],
    ['ыуеештпы', 'settings'],
    ['темная', 'dark'],
    ['свет те', 'light'],
    ['рсры', 'resources'],
  ])('finds by %s', (query, id) => {
    expect(found(query)[0]).toBe(id)
  })

  it('puts a name that begins with the query before one that only holds it', () => {
    expect(found('тема')).toEqual(['dark', 'light'])
    expect(found('ре')[0]).toBe('resources')
  })

  it('finds nothing where nothing answers', () => {
    expect(found('клубника')).toEqual([])
  })

  it('scatters letters only from the beginning of a word', () => {
    expect(found('рсры')).toEqual(['resources'])
    expect(found('срс')).toEqual([])
  })
})
