import { defineTexts } from '../define-texts.ts'

export const oneC = defineTexts({ ru: { title: 'Выгрузка в 1С' }, en: { title: 'Export to 1C' } })
