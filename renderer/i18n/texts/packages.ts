import { defineTexts } from '../define-texts.ts'

export const packages = defineTexts({ ru: { title: 'Пакеты данных' }, en: { title: 'Packages' } })
