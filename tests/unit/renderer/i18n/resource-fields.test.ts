import { describe, expect, it } from 'vitest'
import { createFormat } from '#renderer/i18n/format.ts'
import { attributeLabel, fieldLabel, fieldValue } from '#renderer/i18n/resource-fields.ts'
import { type Translate, translate } from '#renderer/i18n/translate.ts'

const t: Translate = (key, params) => translate('ru', key, params)
const format = createFormat('ru', 'Europe/Moscow')
const value = (field: string, text: string | null): string => fieldValue(field, text, t, format)

describe('a field of a resource', () => {
  it('is called as an accountant would call it', () => {
    expect(
      ['price', 'price.period', 'status', 'attributes.ramGb', 'tags.env'].map((f) => fieldLabel(f, t)),
    ).toEqual(['Цена', 'Цена указана за', 'Статус', 'Память, ГБ', 'Тег «env»'])
  })

  it('keeps the provider’s word where nobody has a better one', () => {
    expect(fieldLabel('attributes.flavor_uuid', t)).toBe('flavor_uuid')
    expect(attributeLabel('something.else', t)).toBe('something.else')
  })
})

describe('its value', () => {
  it('is named where it is a word of ours', () => {
    expect(value('status', 'blocked')).toBe('Заблокирован')
    expect(value('type', 'dedicated')).toBe('Выделенный сервер')
    expect(value('price.period', 'hour')).toBe('час')
    expect(value('marks', 'zombie, orphan')).toBe('Удалён, но в счёте, Без сервера')
  })

  it('is a figure only where the field is one: an id of digits stays as it is', () => {
    expect(value('price', '1234.5')).toBe('1\u00a0234,5')
    expect(value('attributes.diskGb', '2048')).toBe('2\u00a0048')
    expect(value('project', '20481234')).toBe('20481234')
  })

  it('is a moment of the organisation’s clock where it is an instant', () => {
    expect(attributeLabel('createdAt', t)).toBe('Создан у провайдера')
    expect(value('attributes.createdAt', '2025-10-22T22:38:27.000Z')).toBe('23.10.2025, 01:38')
  })

  it('is a dash where there is none, and a day where it is a day', () => {
    expect([value('owner', null), value('owner', ''), value('attributes.renewsOn', '2026-12-31')]).toEqual([
      '—',
      '—',
      '31.12.2026',
    ])
  })
})
