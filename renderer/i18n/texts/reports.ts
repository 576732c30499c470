import { defineTexts } from '../define-texts.ts'

export const reports = defineTexts({ ru: { title: 'Отчёты' }, en: { title: 'Reports' } })
