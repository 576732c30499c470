import { defineTexts } from '../define-texts.ts'

export const people = defineTexts({ ru: { title: '' }, en: { title: '' } })
