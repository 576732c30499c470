import { expect, test } from 'vitest'
import { prefixOf, ruleForResource } from '#renderer/features/allocation/rules/resource-rule.ts'

test('a rule for a resource begins as its likely siblings are called', () => {
  expect(prefixOf('web-prod-03')).toBe('web-prod-')
  expect(prefixOf('db1.example.ru')).toBe('db1.example.ru')
  expect(prefixOf('postgres12.example.ru')).toBe('postgres')
  expect(prefixOf('s3-media')).toBe('s3-media')
  const left = { resource: 'c/1', name: 'web-02', service: 'Серверы', connectionId: 'c', amount: '1' }
  const named = ruleForResource({ ...left, currency: 'RUB' }, () => 'k', 'RUB')
  expect(named.where).toEqual([[{ dimension: 'resource', op: 'startsWith', values: ['web-'] }]])
  const nameless = ruleForResource({ ...left, resource: null, name: '', currency: 'RUB' }, () => 'k', 'RUB')
  expect(nameless.where).toEqual([[{ dimension: 'service', op: 'is', values: ['Серверы'] }]])
})
