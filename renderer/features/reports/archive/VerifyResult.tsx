import { ShieldAlert, ShieldCheck, X } from 'lucide-react'
import { useText } from '#renderer/i18n/use-text.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import type { CallOutput } from '#shared/contract/index.ts'
import styles from './archive.module.css'

export type Verified = CallOutput<'reports.verify'>

type Props = { verified: Verified; onOpen: (runId: string) => void; onClose: () => void }

/** What reading every file against its checksum has found. */
export function VerifyResult({ verified: { checked, bad }, onOpen, onClose }: Props) {
  const { t } = useText()
  const isSound = bad.length === 0
  const Icon = isSound ? ShieldCheck : ShieldAlert
  return (
    <div className={styles.verified} data-tone={isSound ? 'ok' : 'bad'} role="status">
      <Icon size={20} aria-hidden />
      <div className={styles.verifiedWords}>
        <p className={styles.verifiedTitle}>
          {isSound
            ? t(checked === 0 ? 'reports.verifiedNone' : 'reports.verified', { count: checked })
            : t('reports.verifiedBad', { count: bad.length, of: checked })}
        </p>
        {isSound ? null : (
          <>
            <ul className={styles.bad}>
              {bad.map(({ runId, title, name, state }) => (
                <li key={`${runId} ${name}`}>
                  <button type="button" className={styles.link} onClick={() => onOpen(runId)}>
                    {title}
                  </button>{' '}
                  {name} · {t(`reports.fileState.${state}`)}
                </li>
              ))}
            </ul>
            <p>{t('reports.verifiedNext')}</p>
          </>
        )}
      </div>
      <IconButton icon={X} size="sm" label={t('reports.verifyHide')} hasTooltip={false} onClick={onClose} />
    </div>
  )
}
