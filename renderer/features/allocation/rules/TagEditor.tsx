import { useEffect, useMemo, useState } from 'react'
import { useDimensions } from '#renderer/app/costs/use-dimensions.ts'
import { LeaveGuard } from '#renderer/app/LeaveGuard.tsx'
import { usePageActions } from '#renderer/app/use-page-actions.ts'
import { useSession } from '#renderer/app/use-session.ts'
import { useFormat } from '#renderer/i18n/use-format.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import type { VirtualTag } from '#shared/contract/allocation.ts'
import { isTabLeft } from '../is-tab-left.ts'
import { newId } from '../new-id.ts'
import type { TabProps } from '../tab-props.ts'
import { emptyRule } from './draft.ts'
import { EditorHead } from './EditorHead.tsx'
import { PreviewPanel } from './PreviewPanel.tsx'
import { problemsOf } from './problem-words.ts'
import { RuleList } from './RuleList.tsx'
import { ruleForResource } from './resource-rule.ts'
import styles from './rules.module.css'
import { usePreview } from './use-preview.ts'
import { useSaveTag } from './use-save-tag.ts'
import { type KeptTag, useTagDraft } from './use-tag-draft.ts'

type Props = Omit<TabProps, 'url'> & {
  /** Null: it is being made. */
  tag: VirtualTag | null
  /** What a new one begins with. */
  start?: KeptTag
}

const blank: KeptTag = { name: '', kind: 'department', rules: [] }

/** The rules of one tag beside what they do to live data as they are written. */
export function TagEditor({ tag, start, state, mayWrite, onChange }: Props) {
  const { t } = useText()
  const format = useFormat()
  const { currency } = useSession()
  const { nameOf } = useDimensions()
  const [open, setOpen] = useState<string | null>(null)
  const edit = useTagDraft(tag ?? blank, start ?? tag ?? blank, currency)
  const { draft, complete, change } = edit
  const preview = usePreview(tag?.id ?? null, complete, state.period)
  const kept = usePreview(tag?.id ?? null, (tag ?? blank).rules, state.period)
  const problems = problemsOf({
    rules: draft.rules,
    lacksOf: edit.lacksOf,
    told: preview.answer?.problems ?? [],
    nameOf,
    words: { t, format },
  })
  const save = useSaveTag({ tag, draft, complete, wrong: problems.wrong, isDirty: edit.isDirty })
  const { savedId } = save
  useEffect(() => {
    if (savedId !== null && savedId !== tag?.id) onChange({ tag: savedId, start: null })
  }, [savedId, tag, onChange])
  const add = (rule = emptyRule(newId, currency)): void => {
    change({ do: 'add', rule })
    setOpen(rule.id)
  }
  const actions = useMemo(() => {
    if (!mayWrite) return []
    const run = (): void => {
      const rule = emptyRule(newId, currency)
      change({ do: 'add', rule })
      setOpen(rule.id)
    }
    return [{ id: 'add-rule', label: t('allocation.addRule'), keys: 'n', run }]
  }, [mayWrite, currency, change, t])
  usePageActions(actions)
  return (
    <div className={styles.stack}>
      <EditorHead
        draft={draft}
        isNew={tag === null}
        isOn={tag?.isOn ?? true}
        isDirty={edit.isDirty}
        save={save}
        mayWrite={mayWrite}
        onHead={(patch) => change({ do: 'head', patch })}
        onBack={() => onChange({ tag: null, start: null })}
        onDiscard={edit.discard}
      />
      <div className={styles.columns}>
        <RuleList
          rules={draft.rules}
          open={open}
          past={edit.past}
          problems={problems.of}
          counts={preview.answer?.rules ?? []}
          values={preview.answer?.parts.map(({ part }) => part) ?? []}
          selfId={tag?.id ?? null}
          period={state.period}
          mayWrite={mayWrite}
          onOpen={setOpen}
          onChange={change}
          onAdd={() => add()}
        />
        <PreviewPanel
          preview={preview}
          before={tag ? kept.answer : null}
          words={state.words}
          general={problems.general}
          unfinished={draft.rules.length - complete.length}
          onMakeRule={mayWrite ? (left) => add(ruleForResource(left, newId, currency)) : null}
        />
      </div>
      <LeaveGuard isDirty={mayWrite && edit.isDirty && savedId === null} isLost={isTabLeft} />
    </div>
  )
}
