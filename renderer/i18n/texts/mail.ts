import { defineTexts } from '../define-texts.ts'

export const mail = defineTexts({ ru: { title: 'Почта' }, en: { title: 'Mail' } })
