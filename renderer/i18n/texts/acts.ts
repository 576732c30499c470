import { defineTexts } from '../define-texts.ts'

export const acts = defineTexts({ ru: { title: 'Документы' }, en: { title: 'Documents' } })
