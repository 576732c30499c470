import { ChevronLeft, RotateCcw } from 'lucide-react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import { virtualKinds } from '#shared/contract/allocation.ts'
import { useSaveKey } from '../use-save-key.ts'
import type { TagDraft } from './draft.ts'
import styles from './rules.module.css'
import type { SaveTag } from './use-save-tag.ts'

type Props = {
  draft: TagDraft
  isNew: boolean
  isOn: boolean
  isDirty: boolean
  save: SaveTag
  mayWrite: boolean
  onHead: (patch: Partial<Pick<TagDraft, 'name' | 'kind'>>) => void
  onBack: () => void
  onDiscard: () => void
}

/** What the tag is called, the way back, and keeping what was written (Ctrl+S). */
export function EditorHead(props: Props) {
  const { draft, isNew, isOn, isDirty, save, mayWrite, onHead, onBack, onDiscard } = props
  const { t } = useText()
  useSaveKey(save.run, mayWrite)
  return (
    <section className={styles.head} aria-label={t('allocation.tagName')}>
      <div className={styles.headLine}>
        <Button variant="ghost" size="sm" icon={ChevronLeft} onClick={onBack}>
          {t('allocation.back')}
        </Button>
        {isOn ? null : <Badge tone="warn">{t('allocation.off')}</Badge>}
        <span className={styles.spring} />
        {mayWrite && save.isTried && save.wrong > 0 ? (
          <p className={styles.wrong} role="alert">
            {t('allocation.cannotSave', { count: save.wrong })}
          </p>
        ) : mayWrite && isDirty ? (
          <p className={styles.soft}>{t('allocation.unsaved')}</p>
        ) : null}
        {mayWrite && isDirty && !isNew ? (
          <Button icon={RotateCcw} onClick={onDiscard}>
            {t('allocation.discard')}
          </Button>
        ) : null}
        {mayWrite ? (
          <Button
            variant={isDirty || isNew ? 'primary' : 'secondary'}
            isPending={save.isPending}
            aria-disabled={!isDirty && !isNew}
            aria-keyshortcuts="Control+S"
            title="Ctrl+S"
            onClick={save.run}
          >
            {t(isNew ? 'allocation.create' : 'allocation.save')}
          </Button>
        ) : null}
      </div>
      <div className={styles.headFields}>
        <TextField
          label={t('allocation.name')}
          value={draft.name}
          maxLength={120}
          readOnly={!mayWrite}
          error={save.isTried && draft.name.trim() === '' ? t('allocation.nameMissing') : undefined}
          onChange={(name) => onHead({ name })}
        />
        <Select
          label={t('allocation.kindLabel')}
          value={draft.kind}
          isDisabled={!mayWrite}
          options={virtualKinds.map((value) => ({ value, label: t(`allocation.kind.${value}`) }))}
          onChange={(kind) => onHead({ kind })}
        />
      </div>
      {save.error ? <ErrorBanner error={save.error} /> : null}
    </section>
  )
}
