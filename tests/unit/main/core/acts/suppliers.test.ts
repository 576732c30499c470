import { describe, expect, it } from 'vitest'
import { normalName } from '#main/core/acts/names.ts'
import { providerOf } from '#main/core/acts/suppliers.ts'

describe('names', () => {
  it.each([
    ['ООО «Яндекс.Облако»', 'yandex'],
    ['АО "Селектел"', 'selectel'],
    ['Общество с ограниченной ответственностью "Бегет"', 'beget'],
    ['ООО «ВК»', 'vk'],
    ['ООО «ВК Цифровые технологии»', 'vk'],
    ['ООО «ТаймВэб»', 'timeweb'],
    ['ООО «Яндекс.Такси»', null],
    ['ООО «Бегетов и партнёры»', null],
  ])('%s is of %s', (name, provider) => {
    expect(providerOf(name)).toBe(provider)
  })

  it('forms, quotes and case make no difference', () => {
    expect(normalName('Публичное акционерное общество «Облако — Пример»')).toBe(
      normalName('ПАО "ОБЛАКО ПРИМЕР"'),
    )
  })
})
