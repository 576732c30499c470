import { LockKeyhole } from 'lucide-react'
import { useLocation } from 'wouter'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import styles from '../closing.module.css'
import type { TabProps } from '../url.ts'
import type { Closing } from './CloseTab.tsx'
import { nextOf } from './places.ts'

type Props = TabProps & { closing: Closing; onAct: (what: 'close' | 'reopen') => void }

/** One way on; closing before everything is done, and opening again, stand beside it. */
export function CloseFoot({ month, onChange, maySet, closing, onAct }: Props) {
  const { t } = useText()
  const [, navigate] = useLocation()
  const next = nextOf(closing, month)
  const isClosingNext = next?.key === 'rates'
  const goOn = (): void => {
    const place = next?.place ?? null
    if (place === null) onAct('close')
    else if ('href' in place) navigate(place.href)
    else onChange(place.url)
  }
  const mayClose = maySet && closing.isOver && !closing.isClosed
  const hasNext = next !== null && (!isClosingNext || maySet)
  if (!closing.isOver) return null
  return (
    <div className={styles.foot}>
      {hasNext ? (
        <Button variant="primary" icon={isClosingNext ? LockKeyhole : undefined} onClick={goOn}>
          {t(`closing.next.${next.key}`)}
        </Button>
      ) : null}
      {mayClose && !isClosingNext ? (
        <Button icon={LockKeyhole} onClick={() => onAct('close')}>
          {t('closing.closeAnyway')}
        </Button>
      ) : null}
      {closing.isClosed && maySet ? (
        <Button onClick={() => onAct('reopen')}>{t('closing.reopen')}</Button>
      ) : null}
      {next === null && closing.isClosed ? <p className={styles.soft}>{t('closing.allDone')}</p> : null}
      {maySet ? null : <p className={styles.soft}>{t('closing.mayNotClose')}</p>}
    </div>
  )
}
