import { defineTexts } from '../define-texts.ts'

export const transfer = defineTexts({
  ru: { title: 'Обмен между установками' },
  en: { title: 'Exchange between installations' },
})
