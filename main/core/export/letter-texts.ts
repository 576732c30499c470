import type { Day } from '#shared/lib/day.ts'
import { formatDayRange } from '#shared/lib/format-time.ts'

type About = { title: string; organisation: string; period: { from: Day; to: Day } | null }

/** A letter with a report, where nobody has written one. */
export function letterWords(
  language: 'ru' | 'en',
  { title, organisation, period }: About,
): { subject: string; text: string } {
  const days = period ? formatDayRange(period.from, period.to, language) : null
  const subject = days ? `${title}, ${days}` : title
  const text =
    language === 'ru'
      ? `Отчёт «${title}»${days ? ` за ${days}` : ''}, ${organisation}.\n\nФайлы приложены к письму. Отправлено программой InfraZen.\n`
      : `“${title}”${days ? `, ${days}` : ''}, ${organisation}.\n\nThe files are attached. Sent by InfraZen.\n`
  return { subject, text }
}

export const trialLetter = {
  subject: 'InfraZen: пробное письмо',
  text: 'Почта настроена: отчёты InfraZen будут приходить с этого адреса.\n\nMail is set up: reports of InfraZen will come from this address.\n',
}
