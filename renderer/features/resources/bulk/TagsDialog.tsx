import { Plus, Trash2 } from 'lucide-react'
import { useId, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { TextField } from '#renderer/ui/TextField.tsx'
import styles from './BulkDialog.module.css'
import { BulkDialog } from './BulkDialog.tsx'
import { useUpdateMany } from './use-update-many.ts'

type Props = {
  ids: ReadonlySet<number>
  tagKeys: readonly string[]
  isOpen: boolean
  onClose: () => void
}

type Line = { at: number; does: 'set' | 'remove'; key: string; value: string }

const blank = (at: number): Line => ({ at, does: 'set', key: '', value: '' })

/** Tags to set and to take away, as many as one likes. Only tags set by hand can go: the provider's are its own. */
export function TagsDialog({ ids, tagKeys, isOpen, onClose }: Props) {
  const { t } = useText()
  const known = useId()
  const [lines, setLines] = useState<readonly Line[]>([blank(0)])
  const [isTried, setTried] = useState(false)
  const { run, isPending, error, reset } = useUpdateMany()
  const close = (): void => {
    onClose()
    setLines([blank(0)])
    setTried(false)
    reset()
  }
  const patch = (at: number, change: Partial<Line>): void =>
    setLines(lines.map((line) => (line.at === at ? { ...line, ...change } : line)))
  const apply = async (): Promise<void> => {
    setTried(true)
    if (lines.some(({ key }) => key.trim() === '')) return
    const tags = Object.fromEntries(
      lines.map(({ does, key, value }) => [key.trim(), does === 'set' ? value.trim() : null]),
    )
    if (await run(ids, { tags })) close()
  }
  return (
    <BulkDialog
      title={t('resources.bulkTagsTitle')}
      count={ids.size}
      isOpen={isOpen}
      isPending={isPending}
      error={error}
      onClose={close}
      onApply={() => void apply()}
    >
      <p className={styles.hint}>{t('resources.bulkTagsHint')}</p>
      <datalist id={known}>
        {tagKeys.map((key) => (
          <option key={key} value={key} />
        ))}
      </datalist>
      {lines.map((line) => (
        <div key={line.at} className={styles.line}>
          <Select
            label={t('resources.tagDoes')}
            isLabelHidden
            value={line.does}
            options={(['set', 'remove'] as const).map((value) => ({
              value,
              label: t(`resources.tagDoes.${value}`),
            }))}
            onChange={(does) => patch(line.at, { does })}
          />
          <TextField
            label={t('resources.tagKey')}
            isLabelHidden
            placeholder={t('resources.tagKey')}
            list={known}
            maxLength={120}
            value={line.key}
            onChange={(key) => patch(line.at, { key })}
            error={isTried && line.key.trim() === '' ? t('resources.tagKeyNeeded') : undefined}
          />
          {line.does === 'set' ? (
            <TextField
              label={t('resources.tagValue')}
              isLabelHidden
              placeholder={t('resources.tagValue')}
              maxLength={256}
              value={line.value}
              onChange={(value) => patch(line.at, { value })}
            />
          ) : (
            <span />
          )}
          <IconButton
            icon={Trash2}
            hasTooltip={false}
            label={t('resources.tagLineRemove')}
            disabled={lines.length === 1}
            onClick={() => setLines(lines.filter(({ at }) => at !== line.at))}
          />
        </div>
      ))}
      {isTried && lines.some(({ key }) => key.trim() === '') ? (
        <p className={styles.wrong} role="alert">
          {t('resources.tagKeyNeeded')}
        </p>
      ) : null}
      <Button
        size="sm"
        variant="ghost"
        icon={Plus}
        className={styles.more}
        onClick={() => setLines([...lines, blank((lines.at(-1)?.at ?? 0) + 1)])}
      >
        {t('resources.tagMore')}
      </Button>
    </BulkDialog>
  )
}
