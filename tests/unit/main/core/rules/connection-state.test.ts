import { describe, expect, it } from 'vitest'
import { sameName, statusAtRest } from '#main/core/rules/connection-state.ts'

const problem = { code: 'provider.timeout', details: { host: 'api.example', seconds: 30 } }

describe('statusAtRest', () => {
  it.each([
    [null, null, 'new'],
    [1, null, 'active'],
    [null, problem, 'error'],
    [1, problem, 'error'],
  ] as const)('of a last synchronisation at %s and a problem %o is %s', (syncAtMs, last, status) => {
    expect(statusAtRest({ syncAtMs, problem: last })).toBe(status)
  })
})

describe('sameName', () => {
  it.each([
    ['Selectel, прод', '  SELECTEL,  ПРОД ', true],
    ['Ёлка', 'ёлка', true],
    ['Прод', 'Прод 2', false],
    ['ﬁle', 'file', true],
  ])('takes «%s» and «%s» for one name: %s', (a, b, isSame) => {
    expect(sameName(a, b)).toBe(isSame)
  })
})
