import { setImmediate as breathe } from 'node:timers/promises'
import { countOwn } from '#main/queries/find-resource.ts'
import type { WritableDb } from '#main/store/db.ts'
import { addNote } from '#main/store/repos/notes.repo.ts'
import { putOverride } from '#main/store/repos/overrides.repo.ts'
import type { Judge } from '#main/store/repos/own-resources.ts'
import { putManualTag } from '#main/store/repos/tags.repo.ts'
import type { Store } from '#main/store/store.ts'
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts'
import type { OverrideField } from '#shared/contract/resources.ts'

/** So many at once: other calls wait for one slice at most. */
const SLICE = 1000

/**
 * The same said of many resources. What is not the organisation's, or gone meanwhile, is passed over. Each slice is
 * whole; said again, nothing more changes but for a note, which is why a note is said in the same slice as the rest.
 */
export async function judgeMany(
  store: Store,
  judge: Judge,
  { ids, tags = {}, overrides = {}, note }: ParsedInput<'resources.updateMany'>,
): Promise<CallOutput<'resources.updateMany'>> {
  const wanted = [...new Set(ids)]
  let updated = 0
  for (let from = 0; from < wanted.length; from += SLICE) {
    await breathe()
    const slice = wanted.slice(from, from + SLICE)
    updated += store.transaction((db) => {
      for (const [key, value] of Object.entries(tags)) putManualTag(db, judge, slice, key, value)
      putOverrides(db, judge, slice, overrides)
      if (note !== undefined) addNote(db, judge, slice, note)
      return countOwn({ db, workspaceId: judge.workspaceId }, slice)
    })
  }
  return { updated }
}

export function putOverrides(
  db: WritableDb,
  judge: Judge,
  ids: readonly number[],
  overrides: Partial<Record<OverrideField, string | null | undefined>>,
): void {
  for (const [field, value] of Object.entries(overrides))
    if (value !== undefined) putOverride(db, judge, ids, field as OverrideField, value)
}
