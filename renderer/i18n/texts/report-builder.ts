import { defineTexts } from '../define-texts.ts'

export const reportBuilder = defineTexts({
  ru: { title: 'Конструктор отчёта' },
  en: { title: 'Report builder' },
})
