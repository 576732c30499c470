import type { Locale } from '#shared/lib/format-money.ts'

/** Who signs, and what all templates say alike. */
export const sharedWords = {
  ru: {
    subtitle: '{организация}, на {дата}',
    prepared: 'Составил',
    checked: 'Проверил',
    approved: 'Утвердил',
  },
  en: {
    subtitle: '{organisation}, as of {date}',
    prepared: 'Prepared by',
    checked: 'Checked by',
    approved: 'Approved by',
  },
} as const

export const signers = (language: Locale) => {
  const t = sharedWords[language]
  return {
    id: 'signatures',
    kind: 'signatures' as const,
    people: [{ role: t.prepared }, { role: t.checked }, { role: t.approved }],
  }
}
