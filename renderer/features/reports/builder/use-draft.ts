import { useMemo, useState } from 'react'
import type { ReportBlock, ReportBlockKind, ReportSpec } from '#shared/contract/report-spec.ts'
import {
  addBlock,
  changeBlock,
  type Draft,
  duplicateBlock,
  moveBlock,
  removeBlock,
  restoreBlock,
  startDraft,
  stepTo,
} from './draft.ts'
import { newBlock, newBlockId } from './new-block.ts'

/** The report on the desk, and all that can be done with its blocks. */
export function useDraft(start: { name: string; spec: ReportSpec }) {
  const [draft, setDraft] = useState<Draft>(() => startDraft(start.name, start.spec))
  const acts = useMemo(
    () => ({
      name: (name: string) => setDraft((was) => ({ ...was, name })),
      spec: (patch: Partial<ReportSpec>) => setDraft((was) => ({ ...was, spec: { ...was.spec, ...patch } })),
      choose: (chosen: string) => setDraft((was) => ({ ...was, chosen })),
      step: (by: -1 | 1) => setDraft((was) => stepTo(was, by)),
      add: (kind: ReportBlockKind) =>
        setDraft((was) => addBlock(was, newBlock(kind, was.spec, newBlockId()))),
      change: (block: ReportBlock) => setDraft((was) => changeBlock(was, block)),
      duplicate: (id: string) => setDraft((was) => duplicateBlock(was, id, newBlockId())),
      remove: (id: string) => setDraft((was) => removeBlock(was, id)),
      restore: () => setDraft(restoreBlock),
      move: (id: string, by: -1 | 1) => setDraft((was) => moveBlock(was, id, by)),
    }),
    [],
  )
  return { draft, acts }
}
export type DraftActs = ReturnType<typeof useDraft>['acts']
