import { describe, expect, test } from 'vitest'
import { areSameFiles, changeOf, recentMonths } from '#renderer/features/reports/archive/run-view.ts'
import { deliveryRefusal, draftOf, targetOf } from '#renderer/features/reports/deliveries.ts'
import { day } from '#shared/lib/day.ts'

describe('an entry of the archive', () => {
  test('what came of a figure is exact', () => {
    expect(changeOf('0.1', '0.3')).toBe('0.2')
    expect(changeOf('1204.18', '0')).toBe('-1204.18')
    expect(changeOf(null, '1')).toBeNull()
  })

  test('files are the same where all their checksums are', () => {
    const file = (sha256: string) =>
      ({ id: sha256, name: 'a.pdf', format: 'pdf', bytes: 1, sha256, state: 'sound' }) as const
    expect(areSameFiles({ files: [file('a'), file('b')] }, { files: [file('a'), file('b')] })).toBe(true)
    expect(areSameFiles({ files: [file('a')] }, { files: [file('b')] })).toBe(false)
    expect(areSameFiles({ files: [file('a')] }, { files: [file('a'), file('b')] })).toBe(false)
    expect(areSameFiles({ files: [] }, { files: [] })).toBe(false)
  })

  test('months go back from this one', () => {
    expect(recentMonths(day('2026-01-31'), 3)).toEqual(['2026-01-01', '2025-12-01', '2025-11-01'])
  })
})

describe('a way out', () => {
  const mail = (to: string) => ({ id: 'm', kind: 'mail' as const, to, subject: '', text: '' })

  test('says which address is none', () => {
    expect(deliveryRefusal(mail('cfo@example.ru; бухгалтерия'))).toEqual({ toBad: 'бухгалтерия' })
    expect(deliveryRefusal(mail(' , '))).toBe('toNone')
    expect(deliveryRefusal({ id: 'f', kind: 'folder', path: ' ' })).toBe('pathNone')
  })

  test('takes addresses however they are parted, and gives them back as they were', () => {
    const target = targetOf(mail('a@example.ru,b@example.ru\nc@example.ru'))
    expect(target).toMatchObject({ to: ['a@example.ru', 'b@example.ru', 'c@example.ru'] })
    expect(targetOf(draftOf(target, 'm'))).toEqual(target)
  })
})
