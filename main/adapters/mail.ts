import type { Mail } from '#main/ports/mail.ts'
import { AppError } from '#shared/errors/app-error.ts'

/** Letters by SMTP. */
export const createMail = (): Mail => ({
  async send(_letter, { host }) {
    throw new AppError('delivery.mailUnreachable', { host })
  },
})
