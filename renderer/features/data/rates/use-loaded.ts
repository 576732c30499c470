import { useText } from '#renderer/i18n/use-text.ts'
import { showToast } from '#renderer/state/toasts.ts'
import type { LoadedRatesView } from '#shared/contract/rates.ts'

/** Says what came of rates that were loaded. */
export function useLoaded(): (loaded: LoadedRatesView) => void {
  const { t } = useText()
  return ({ added, changed, frozen, from, unknown }) => {
    const text =
      from === null
        ? t('rates.loadedNothing')
        : added + changed === 0
          ? t('rates.loadedSame')
          : t('rates.loaded', { added, changed })
    const details = [
      frozen > 0 ? t('rates.loadedFrozen', { count: frozen }) : '',
      unknown.length > 0 ? t('rates.loadedUnknown', { codes: unknown.slice(0, 12).join(', ') }) : '',
    ].filter((part) => part !== '')
    showToast({ tone: 'ok', text, detail: details.length > 0 ? `${details.join('. ')}.` : undefined })
  }
}
