import {
  type ReportBlock,
  type ReportBlockKind,
  type ReportSpec,
  reportSpec,
} from '#shared/contract/report-spec.ts'

/** A report as it is being put together. */
export type Draft = {
  name: string
  spec: ReportSpec
  /** The block whose settings are on screen. */
  chosen: string | null
  /** What was removed last and can come back. */
  removed: { block: ReportBlock; at: number } | null
  /** The block that was moved last: where it stands now is told. */
  moved: string | null
}

export const startDraft = (name: string, spec: ReportSpec): Draft => ({
  name,
  spec,
  chosen: spec.blocks[0]?.id ?? null,
  removed: null,
  moved: null,
})

export const sameReport = (a: Pick<Draft, 'name' | 'spec'>, b: Pick<Draft, 'name' | 'spec'>): boolean =>
  a.name === b.name && JSON.stringify(a.spec) === JSON.stringify(b.spec)

const placeOf = ({ spec }: Draft, id: string | null): number =>
  spec.blocks.findIndex((block) => block.id === id)

const withBlocks = (draft: Draft, blocks: ReportBlock[]): Draft => ({
  ...draft,
  spec: { ...draft.spec, blocks },
})

/** After the block at hand; at the end where there is none. */
export function addBlock(draft: Draft, block: ReportBlock): Draft {
  const at = placeOf(draft, draft.chosen)
  const to = at < 0 ? draft.spec.blocks.length : at + 1
  return { ...withBlocks(draft, draft.spec.blocks.toSpliced(to, 0, block)), chosen: block.id }
}

/** Nothing at an end of the list. */
export function moveBlock(draft: Draft, id: string, by: -1 | 1): Draft {
  const at = placeOf(draft, id)
  const block = draft.spec.blocks[at]
  const to = at + by
  if (!block || to < 0 || to >= draft.spec.blocks.length) return draft
  return { ...withBlocks(draft, draft.spec.blocks.toSpliced(at, 1).toSpliced(to, 0, block)), moved: id }
}

export function duplicateBlock(draft: Draft, id: string, newId: string): Draft {
  const block = draft.spec.blocks.find((one) => one.id === id)
  return block ? addBlock({ ...draft, chosen: id }, { ...structuredClone(block), id: newId }) : draft
}

/** The neighbour that takes its place is at hand then. */
export function removeBlock(draft: Draft, id: string): Draft {
  const at = placeOf(draft, id)
  const block = draft.spec.blocks[at]
  if (!block) return draft
  const blocks = draft.spec.blocks.toSpliced(at, 1)
  return {
    ...withBlocks(draft, blocks),
    chosen: (blocks[at] ?? blocks.at(-1))?.id ?? null,
    removed: { block, at },
  }
}

export function restoreBlock(draft: Draft): Draft {
  if (!draft.removed) return draft
  const { block, at } = draft.removed
  return {
    ...withBlocks(draft, draft.spec.blocks.toSpliced(at, 0, block)),
    chosen: block.id,
    removed: null,
  }
}

export const changeBlock = (draft: Draft, block: ReportBlock): Draft =>
  withBlocks(
    draft,
    draft.spec.blocks.map((one) => (one.id === block.id ? block : one)),
  )

export const stepTo = (draft: Draft, by: -1 | 1): Draft => {
  const next = draft.spec.blocks[placeOf(draft, draft.chosen) + by]
  return next ? { ...draft, chosen: next.id } : draft
}

type Refusal = 'name' | 'title' | 'blocks' | 'other'

/** Why a report cannot be kept or drawn as it is; null where it can. */
export function refusalOf({ name, spec }: Pick<Draft, 'name' | 'spec'>): Refusal | null {
  if (name.trim() === '') return 'name'
  const parsed = reportSpec.safeParse(spec)
  if (parsed.success) return null
  const paths = parsed.error.issues.map(({ path }) => path[0])
  return (['title', 'blocks'] as const).find((field) => paths.includes(field)) ?? 'other'
}

/** Kinds of blocks as the menu offers them. */
export const blockGroups: readonly {
  id: 'words' | 'costs' | 'lists' | 'closing'
  kinds: readonly ReportBlockKind[]
}[] = [
  { id: 'costs', kinds: ['figures', 'chart', 'table', 'pivot', 'waterfall', 'lines'] },
  { id: 'lists', kinds: ['showback', 'budgets', 'recommendations', 'margins', 'resources', 'tags'] },
  { id: 'closing', kinds: ['reconciliation', 'closing', 'sumInWords', 'signatures'] },
  { id: 'words', kinds: ['title', 'text', 'pageBreak'] },
]
