import { defineTexts } from '../define-texts.ts'

export const settings = defineTexts({ ru: { title: '' }, en: { title: '' } })
