import { defineTexts } from '../define-texts.ts'

export const tokens = defineTexts({ ru: { title: 'Ключи доступа' }, en: { title: 'Access tokens' } })
