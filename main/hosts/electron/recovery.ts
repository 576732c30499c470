import { type BrowserWindow, dialog } from 'electron'
import type { AppError } from '#shared/errors/app-error.ts'
import type { Locale } from '#shared/lib/format-money.ts'
import { formatInstant } from '#shared/lib/format-time.ts'
import { describeError } from '#shared/texts/errors.ts'
import { nativeTexts } from '#shared/texts/native.ts'
import type { Recovery } from '../channel/messages.ts'

/** Whether the person wants the latest backup in the place of the damaged store. */
export async function offerRecovery(error: AppError, locale: Locale): Promise<boolean> {
  const texts = nativeTexts[locale]
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: texts.notStarted,
    message: describeError(error, locale).title,
    detail: texts.recoverWhat,
    buttons: [texts.recover, texts.close],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  })
  return response === 0
}

export async function tellRecovered(
  window: BrowserWindow,
  { atMs, keptAs }: Recovery,
  locale: Locale,
): Promise<void> {
  const texts = nativeTexts[locale]
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const kept = keptAs === null ? [] : [texts.damagedKept.replace('{path}', keptAs)]
  await dialog.showMessageBox(window, {
    type: 'info',
    message: texts.recovered.replace('{at}', formatInstant(atMs, locale, timeZone)),
    detail: [texts.recoveredNext, ...kept].join('\n\n'),
  })
}
