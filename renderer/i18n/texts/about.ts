import { defineTexts } from '../define-texts.ts'

export const about = defineTexts({ ru: { title: '' }, en: { title: '' } })
