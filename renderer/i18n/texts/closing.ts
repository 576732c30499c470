import { defineTexts } from '../define-texts.ts'

export const closing = defineTexts({ ru: { title: 'Закрытие месяца' }, en: { title: 'Month close' } })
