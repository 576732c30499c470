import { describe, expect, it } from 'vitest'
import { globOf } from '#main/queries/search.ts'

describe('a search word as a GLOB pattern', () => {
  it('stands for both cases of every letter', () => {
    expect(globOf('пР1')).toBe('*[пП][Рр]1*')
  })

  it('takes е for ё', () => {
    expect(globOf('ё')).toBe(globOf('Е'))
  })

  it('takes wildcards for plain characters', () => {
    expect(globOf('*?[]')).toBe('*[*][?][[]]*')
  })

  it('joins letters that were typed in two parts', () => {
    expect(globOf('и\u0306')).toBe('*[йЙ]*')
  })
})
