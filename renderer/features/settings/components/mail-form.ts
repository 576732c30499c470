import type { CallOutput } from '#shared/contract/index.ts'
import { mailField } from '#shared/lib/mail-settings.ts'

export type MailSecurity = CallOutput<'mail.getSettings'>['security']
export type MailForm = {
  host: string
  port: string
  security: MailSecurity
  user: string
  password: string
  from: string
}
export type MailProblems = Partial<Record<'host' | 'port' | 'security' | 'from', true>>

const usualPorts: Record<MailSecurity, number> = { tls: 465, startTls: 587, none: 25 }

export const readPort = (text: string): number | null => {
  const port = /^\d{1,5}$/.test(text.trim()) ? Number(text) : 0
  return port >= 1 && port <= 65_535 ? port : null
}

/** The port goes along as long as nobody has chosen another one. */
export function withSecurity(form: MailForm, security: MailSecurity): MailForm {
  const isUsual = form.port.trim() === '' || readPort(form.port) === usualPorts[form.security]
  return { ...form, security, port: isUsual ? String(usualPorts[security]) : form.port }
}

/** What cannot be saved, by field. */
export function mailProblems({ host, port, security, from }: MailForm): MailProblems {
  const given = { host: host.trim(), security, from: from.trim() }
  const field = mailField(given)
  return {
    ...(field === null ? {} : { [field]: true }),
    ...(given.host === '' ? { host: true } : {}),
    ...(given.from === '' ? { from: true } : {}),
    ...(readPort(port) === null ? { port: true } : {}),
  }
}
