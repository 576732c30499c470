import { letterWords } from '#main/core/export/letter-texts.ts'
import type { MailService } from '../../mail/mail.service.ts'
import type { Channel } from './channel.ts'

/** Letters with the files attached. */
export const createMailChannel = (mail: Pick<MailService, 'send'>): Channel<'mail'> => ({
  async send({ to, subject, text }, parcel, signal) {
    const usual = letterWords(parcel.language, parcel)
    const letter = { to, subject: subject || usual.subject, text: text || usual.text }
    await mail.send({ ...letter, attachments: parcel.files }, signal)
  },
})
