import { FolderSync } from 'lucide-react'
import { useState } from 'react'
import { useSession } from '#renderer/app/use-session.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { useCall } from '#renderer/transport/use-call.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { isGranted } from '#shared/contract/permissions.ts'
import { describeProblem } from '#shared/texts/errors.ts'
import { FolderDialog } from './FolderDialog.tsx'
import styles from './imports.module.css'

/** The folder whose new files come in by themselves. */
export function FolderCard() {
  const { t, language } = useText()
  const format = useFormat()
  const { role } = useSession()
  const { data, error } = useCall('imports.getFolder', {})
  const [isEditing, setEditing] = useState(false)
  if (error) return <ErrorBanner error={error} />
  const problem = data?.problem ? describeProblem(data.problem, language) : null
  return (
    <section className={styles.folderCard} aria-label={t('imports.folder')} aria-busy={!data || undefined}>
      <header className={styles.folderHead}>
        <FolderSync size={18} strokeWidth={1.8} aria-hidden />
        <h2 className={styles.folderTitle}>{t('imports.folder')}</h2>
        {data?.path ? (
          <Badge tone={problem ? 'bad' : data.isOn ? 'ok' : 'neutral'} hasDot>
            {t(data.isOn ? 'imports.folderOn' : 'imports.folderOff')}
          </Badge>
        ) : null}
      </header>
      {data?.path ? (
        <p className={styles.path} title={data.path}>
          {data.path}
        </p>
      ) : (
        <p className={styles.soft}>{t('imports.folderText')}</p>
      )}
      {problem ? (
        <p className={styles.bad}>
          {problem.title} {problem.next}
        </p>
      ) : null}
      <footer className={styles.folderFoot}>
        <span className={styles.soft}>
          {data?.isOn && data.lookedAtMs !== null
            ? t('imports.folderLooked', { age: format.age(data.lookedAtMs) })
            : null}
        </span>
        {data && isGranted(role, 'settings.write') ? (
          <Button size="sm" onClick={() => setEditing(true)}>
            {t(data.path ? 'imports.folderEdit' : 'imports.folderSet')}
          </Button>
        ) : null}
      </footer>
      {data ? <FolderDialog folder={data} isOpen={isEditing} onClose={() => setEditing(false)} /> : null}
    </section>
  )
}
