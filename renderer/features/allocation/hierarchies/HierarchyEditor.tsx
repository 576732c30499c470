import { useMemo, useReducer, useState } from 'react'
import { useDimensions } from '#renderer/app/costs/use-dimensions.ts'
import { useValueLabels } from '#renderer/app/costs/use-value-labels.ts'
import { LeaveGuard } from '#renderer/app/LeaveGuard.tsx'
import { useTell } from '#renderer/app/use-tell.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { ErrorBanner } from '#renderer/ui/ErrorBanner.tsx'
import type { CallOutput } from '#shared/contract/index.ts'
import { isTabLeft } from '../is-tab-left.ts'
import { newId } from '../new-id.ts'
import type { SetUrl } from '../url.ts'
import { useRun } from '../use-run.ts'
import { HierarchyHead } from './HierarchyHead.tsx'
import styles from './hierarchies.module.css'
import { LevelNames } from './LevelNames.tsx'
import { TreeCard } from './TreeCard.tsx'
import { depthOf, matchNames } from './tree.ts'
import { changeTree, type TreeDraft } from './tree-state.ts'
import { ValuesCard } from './ValuesCard.tsx'

export type HierarchyView = CallOutput<'hierarchies.list'>['items'][number]

type Props = { hierarchy: HierarchyView; mayWrite: boolean; onChange: SetUrl }

const draftOf = ({ name, levels, nodes }: HierarchyView): TreeDraft => ({ name, levels, nodes })

/** One tree with the values that have, and have not, their place in it. */
export function HierarchyEditor({ hierarchy, mayWrite, onChange }: Props) {
  const { t } = useText()
  const tell = useTell()
  const { nameOf } = useDimensions()
  const { dimension } = hierarchy
  const [state, change] = useReducer(changeTree, hierarchy, (kept) => ({
    draft: draftOf(kept),
    past: [],
    refused: null,
  }))
  const { draft, past, refused } = state
  const { nodes } = draft
  const [selected, setSelected] = useState<string | null>(nodes[0]?.id ?? null)
  const node = nodes.find(({ id }) => id === selected) ?? null
  const save = useRun('hierarchies.update')
  /** Every value that is known to cost something or to have had a place. */
  const all = useMemo(
    () => [...new Set([...hierarchy.unplaced, ...hierarchy.nodes.flatMap(({ values }) => values)])],
    [hierarchy],
  )
  const named = useValueLabels(
    useMemo(() => (all.length > 0 ? [[{ dimension, op: 'is', values: all }]] : []), [dimension, all]),
  )
  const labelOf = (value: string): string => named(dimension, value)
  const unplaced = useMemo(() => {
    const placed = new Set(nodes.flatMap(({ values }) => values))
    return all.filter((value) => !placed.has(value))
  }, [all, nodes])
  const isDirty = JSON.stringify(draft) !== JSON.stringify(draftOf(hierarchy))
  const run = (): void => {
    if (save.isPending || !isDirty) return
    const depth = depthOf(nodes)
    const levels = Array.from(
      { length: depth },
      (_, at) => draft.levels[at]?.trim() || t('hierarchies.level', { number: at + 1 }),
    )
    const given = { name: draft.name, levels, nodes: [...nodes] }
    save.run(
      { id: hierarchy.id, dimension, ...given },
      {
        done: () => {
          change({ do: 'saved', from: draft, draft: { ...given, name: given.name.trim() } })
          tell.done(t('hierarchies.saved', { name: draft.name }))
        },
      },
    )
  }
  const match = (): void => {
    const { nodes: next, placed } = matchNames(nodes, unplaced, labelOf)
    tell.done(placed === 0 ? t('hierarchies.matchedNone') : t('hierarchies.matched', { count: placed }))
    if (placed > 0) change({ do: 'replace', did: 'assign', nodes: next })
  }
  const makeNodes = (values: readonly string[]): void =>
    change({
      do: 'replace',
      did: 'assign',
      nodes: [
        ...nodes,
        ...values.map((value) => ({
          id: newId(),
          parentId: selected,
          name: labelOf(value).slice(0, 120),
          values: [value],
        })),
      ],
    })
  return (
    <div className={styles.stack}>
      <HierarchyHead
        hierarchy={hierarchy}
        name={draft.name}
        of={nameOf(dimension)}
        isDirty={isDirty}
        isPending={save.isPending}
        mayWrite={mayWrite}
        onName={(name) => change({ do: 'name', name })}
        onSave={run}
        onDiscard={() => change({ do: 'reset', draft: draftOf(hierarchy) })}
        onChange={onChange}
      />
      {save.error ? <ErrorBanner error={save.error} /> : null}
      <div className={styles.columns}>
        <TreeCard
          nodes={nodes}
          past={past.at(-1) ?? null}
          refused={refused}
          selected={selected}
          mayWrite={mayWrite}
          onSelect={setSelected}
          onChange={change}
        />
        <div className={styles.stack}>
          <ValuesCard
            node={node}
            unplaced={unplaced}
            labelOf={labelOf}
            mayWrite={mayWrite}
            onTake={(value) => node && change({ do: 'take', id: node.id, value })}
            onPut={(values) => node && change({ do: 'put', id: node.id, values })}
            onMatch={match}
            onMakeNodes={makeNodes}
          />
          <LevelNames
            levels={draft.levels}
            depth={depthOf(nodes)}
            mayWrite={mayWrite}
            onChange={(at, name) => change({ do: 'level', at, name })}
          />
        </div>
      </div>
      <LeaveGuard isDirty={mayWrite && isDirty} isLost={isTabLeft} />
    </div>
  )
}
