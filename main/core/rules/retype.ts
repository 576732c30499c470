import type { ResourceType } from '#shared/contract/resources.ts'
import type { FlatState } from '../model/resource.ts'

export type Retyping = { type: ResourceType; isRecognised: boolean }

export const remark = (marks: readonly string[], isRecognised: boolean): string[] => {
  const others = marks.filter((mark) => mark !== 'unrecognised')
  return isRecognised ? others : [...others, 'unrecognised'].sort()
}

/**
 * A version of a resource as it would have been written had its type been known all along. A person who says what a
 * thing is corrects our reading of it: nothing has changed in the cloud, so the history shows no change.
 */
export function retypeVersion(
  isFirst: boolean,
  state: FlatState,
  { type, isRecognised }: Retyping,
): FlatState {
  const next = { ...state }
  if (isFirst || typeof state.type === 'string') next.type = type
  if (!isFirst && !('marks' in state)) return next
  const before = Array.isArray(state.marks) ? state.marks.filter((mark) => typeof mark === 'string') : []
  const marks = remark(before, isRecognised)
  if (marks.length > 0) next.marks = marks
  else if (isFirst) delete next.marks
  else next.marks = null
  return next
}
