import { type FormEvent, useId, useMemo, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Checkbox } from '#renderer/ui/Checkbox.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { TextArea } from '#renderer/ui/TextArea.tsx'
import { ScrollList } from '../components/ScrollList.tsx'
import styles from './hierarchies.module.css'
import { growBy, type Outline, readOutline } from './outline.ts'
import { depthOf, linesOf, MOST_LEVELS, MOST_NODES } from './tree.ts'

type Props = {
  isOpen: boolean
  hasNodes: boolean
  onClose: () => void
  onPaste: (outline: Outline, isReplacing: boolean) => void
}

export function PasteDialog({ isOpen, hasNodes, onClose, onPaste }: Props) {
  const { t } = useText()
  return (
    <Dialog title={t('hierarchies.pasteTitle')} isOpen={isOpen} onClose={onClose} width={680}>
      {isOpen ? <PasteForm hasNodes={hasNodes} onClose={onClose} onPaste={onPaste} /> : null}
    </Dialog>
  )
}

/** More lines than that are counted, not drawn. */
const MOST_SHOWN = 60

function PasteForm({ hasNodes, onClose, onPaste }: Omit<Props, 'isOpen'>) {
  const { t } = useText()
  const id = useId()
  const [text, setText] = useState('')
  const [hasHeader, setHeader] = useState(false)
  const [mode, setMode] = useState<'add' | 'replace'>('add')
  const outline = useMemo(() => readOutline(text, hasHeader), [text, hasHeader])
  const grown = useMemo(() => {
    let number = 0
    return growBy([], outline.paths, () => {
      number += 1
      return `p${number}`
    })
  }, [outline])
  const lines = useMemo(() => linesOf(grown, new Set()), [grown])
  const depth = depthOf(grown)
  const refusal =
    grown.length > MOST_NODES
      ? t('hierarchies.pasteMost', { most: MOST_NODES })
      : depth > MOST_LEVELS
        ? t('hierarchies.tooDeep', { most: MOST_LEVELS })
        : undefined
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (grown.length > 0 && refusal === undefined) onPaste(outline, mode === 'replace')
  }
  return (
    <form id={id} className={styles.form} onSubmit={submit}>
      <TextArea
        label={t('hierarchies.pasteField')}
        hint={t('hierarchies.pasteText')}
        rows={8}
        className={styles.pasteField}
        value={text}
        error={refusal}
        onChange={setText}
        data-focus-first
      />
      <Checkbox label={t('hierarchies.pasteHeader')} value={hasHeader} onChange={setHeader} />
      {hasNodes ? (
        <Segmented
          label={t('hierarchies.pasteMode')}
          value={mode}
          options={(['add', 'replace'] as const).map((value) => ({
            value,
            label: t(`hierarchies.pasteMode.${value}`),
          }))}
          onChange={setMode}
        />
      ) : null}
      <div className={styles.found} role="status">
        {lines.length === 0 ? (
          <p className={styles.soft}>{t('hierarchies.pasteNothing')}</p>
        ) : (
          <>
            <p>
              {t('hierarchies.pasteFound', {
                nodes: t('hierarchies.nodes', { count: lines.length }),
                levels: t('hierarchies.levelsCount', { count: depth }),
              })}
            </p>
            <ScrollList label={t('hierarchies.pasteFrame')} className={styles.foundList}>
              {lines.slice(0, MOST_SHOWN).map(({ node, depth: at }) => (
                <li key={node.id} style={{ paddingLeft: at * 18 }}>
                  {node.name}
                </li>
              ))}
            </ScrollList>
          </>
        )}
      </div>
      <div className={styles.formFoot}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="primary" disabled={grown.length === 0 || refusal !== undefined}>
          {t('hierarchies.pasteApply', { count: grown.length })}
        </Button>
      </div>
    </form>
  )
}
