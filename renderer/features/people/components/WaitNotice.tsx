import { useText } from '#renderer/i18n/use-text.ts'

/** The eye sees the seconds go by; a screen reader is told once and not every second. */
export function WaitNotice({ seconds, total }: { seconds: number; total: number }) {
  const { t } = useText()
  return (
    <>
      <span aria-hidden>{t('people.waitSeconds', { count: seconds })}</span>
      <span className="visually-hidden">{t('people.waitSeconds', { count: total })}</span>
    </>
  )
}
