import { defineTexts } from '../define-texts.ts'

/** The explorer of costs. */
export const explorer = defineTexts({
  ru: {
    title: 'Затраты',
  },
  en: {
    title: 'Costs',
  },
})
