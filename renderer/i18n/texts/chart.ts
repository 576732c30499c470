import { defineTexts } from '../define-texts.ts'

export const chart = defineTexts({
  ru: {
    kind: 'график',
    keys: 'Стрелки переходят от точки к точке.',
    keysPick: 'Стрелки переходят от точки к точке, Enter открывает подробности.',
  },
  en: {
    kind: 'chart',
    keys: 'Arrows go from point to point.',
    keysPick: 'Arrows go from point to point, Enter opens the details.',
  },
})
