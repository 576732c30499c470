import { FileDown, FolderOpen } from 'lucide-react'
import { useMemo } from 'react'
import { useImportFiles } from '#renderer/app/drop/use-import-files.ts'
import { useMayImport } from '#renderer/app/drop/use-may-import.ts'
import { usePageActions } from '#renderer/app/use-page-actions.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import styles from './imports.module.css'

/** Where files come in: dropped or chosen. */
export function StartCard() {
  const { t } = useText()
  const may = useMayImport()
  const { choose, isPending } = useImportFiles()
  usePageActions(
    useMemo(
      () =>
        may === 'take'
          ? [{ id: 'chooseFiles', label: t('imports.choose'), keys: 'n', run: () => void choose() }]
          : [],
      [may, choose, t],
    ),
  )
  return (
    <section className={styles.dropCard} aria-label={t('imports.drop')}>
      <span className={styles.dropMark} aria-hidden>
        <FileDown size={24} strokeWidth={1.6} />
      </span>
      <div className={styles.dropWords}>
        <h2 className={styles.dropTitle}>{t(may === 'take' ? 'imports.drop' : TITLES[may])}</h2>
        <p className={styles.soft}>{t(may === 'take' ? 'imports.dropText' : TEXTS[may])}</p>
      </div>
      {may === 'take' ? (
        <Button
          variant="primary"
          icon={FolderOpen}
          isPending={isPending}
          aria-keyshortcuts="n"
          onClick={() => void choose()}
        >
          {t('imports.choose')}
        </Button>
      ) : null}
    </section>
  )
}

const TITLES = { demo: 'imports.overDemo', look: 'imports.overViewer' } as const
const TEXTS = { demo: 'imports.overDemoText', look: 'imports.overViewerText' } as const
