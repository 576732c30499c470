import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import type { CallOutput } from '#shared/contract/index.ts'
import styles from './one-c.module.css'
import { MAPPING_ID } from './use-mapping.ts'

type Props = { unmapped: CallOutput<'oneC.listPostings'>['unmapped']; onDocuments: () => void }

const MOST = 8

/** The names stand on this page, below the rows. */
function toMapping(): void {
  const card = document.getElementById(MAPPING_ID)
  card?.scrollIntoView({ block: 'start' })
  card?.querySelector('input')?.focus({ preventScroll: true })
}

/** What has to be said before a file can be made; names of accounts and parts stand below on this page. */
export function UnmappedNotice({ unmapped, onDocuments }: Props) {
  const { t } = useText()
  return (
    <div className={styles.unmapped} role="note">
      <div className={styles.unmappedHead}>
        <p>{t('oneC.unmapped', { count: unmapped.length })}</p>
        {unmapped.some(({ kind }) => kind !== 'act') ? (
          <Button size="sm" onClick={toMapping}>
            {t('oneC.toMapping')}
          </Button>
        ) : null}
      </div>
      <ul>
        {unmapped.slice(0, MOST).map(({ kind, key, name }) => {
          const words = t(`oneC.unmapped.${kind}`, { name: name || t('oneC.nobody') })
          return (
            <li key={`${kind} ${key}`}>
              {kind === 'act' ? (
                <button type="button" className={styles.link} onClick={onDocuments}>
                  {words}
                </button>
              ) : (
                words
              )}
            </li>
          )
        })}
        {unmapped.length > MOST ? <li>{t('closing.more', { count: unmapped.length - MOST })}</li> : null}
      </ul>
    </div>
  )
}
