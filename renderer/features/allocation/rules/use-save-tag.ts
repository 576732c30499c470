import { useState } from 'react'
import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import type { AllocationRule, VirtualTag } from '#shared/contract/allocation.ts'
import { useRun } from '../use-run.ts'
import type { TagDraft } from './draft.ts'

type Given = {
  tag: VirtualTag | null
  draft: TagDraft
  complete: readonly AllocationRule[]
  /** How many rules have an error. */
  wrong: number
  isDirty: boolean
}

export type SaveTag = ReturnType<typeof useSaveTag>

/** Keeps the tag, or says what stands in the way. */
export function useSaveTag({ tag, draft, complete, wrong, isDirty }: Given) {
  const { t } = useText()
  const tell = useTell()
  const [isTried, setTried] = useState(false)
  /** Of a tag that was just made: the address follows it. */
  const [savedId, setSavedId] = useState<string | null>(null)
  const add = useRun('allocation.addTag')
  const update = useRun('allocation.updateTag')
  const name = draft.name.trim()
  const isPending = add.isPending || update.isPending
  const done = (): void => {
    setTried(false)
    tell.done(t('allocation.saved', { name }))
  }
  const run = (): void => {
    setTried(true)
    if (name === '' || wrong > 0 || isPending || (tag !== null && !isDirty)) return
    const given = { name, kind: draft.kind, rules: [...complete] }
    if (tag) update.run({ id: tag.id, ...given }, { done })
    else
      add.run(given, {
        done: ({ id }) => {
          done()
          setSavedId(id)
        },
      })
  }
  return { run, isTried, isPending, wrong, savedId, error: add.error ?? update.error }
}
