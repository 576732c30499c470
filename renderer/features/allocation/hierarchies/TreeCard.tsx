import { ClipboardPaste, Network, Plus, Undo2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { freeName } from '#renderer/app/free-name.ts'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Card } from '#renderer/ui/Card.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import type { HierarchyNode } from '#shared/contract/allocation.ts'
import { newId } from '../new-id.ts'
import styles from './hierarchies.module.css'
import { MoveDialog } from './MoveDialog.tsx'
import { NodeTools } from './NodeTools.tsx'
import { growBy, type Outline } from './outline.ts'
import { PasteDialog } from './PasteDialog.tsx'
import { Tree } from './Tree.tsx'
import { childrenOf, linesOf, MOST_LEVELS, type Target, twinsOf } from './tree.ts'
import type { TreeAction, TreeState } from './tree-state.ts'

type Props = {
  nodes: readonly HierarchyNode[]
  past: TreeState['past'][number] | null
  refused: TreeState['refused']
  selected: string | null
  mayWrite: boolean
  onSelect: (id: string | null) => void
  onChange: (action: TreeAction) => void
}

/** Above that a tree begins folded. */
const MANY = 300

/** The tree with everything that can be done to it. */
export function TreeCard({ nodes, past, refused, selected, mayWrite, onSelect, onChange }: Props) {
  const { t } = useText()
  const [folded, setFolded] = useState<ReadonlySet<string>>(
    () => new Set(nodes.length > MANY ? nodes.map(({ id }) => id) : []),
  )
  const [renaming, setRenaming] = useState<string | null>(null)
  const [moving, setMoving] = useState<string | null>(null)
  const [isPasting, setPasting] = useState(false)
  const lines = useMemo(() => linesOf(nodes, folded), [nodes, folded])
  const twins = useMemo(() => twinsOf(nodes), [nodes])
  const node = nodes.find(({ id }) => id === selected) ?? null
  const fold = (id: string, isFolded: boolean): void => {
    const next = new Set(folded)
    if (isFolded) next.add(id)
    else next.delete(id)
    setFolded(next)
  }
  const add = (target: Target, parentId: string | null): void => {
    const id = newId()
    const taken = childrenOf(nodes, parentId).map(({ name }) => name)
    const name = freeName(t('hierarchies.newNode'), taken)
    onChange({ do: 'add', node: { id, parentId: null, name, values: [] }, target })
    if (parentId !== null) fold(parentId, false)
    onSelect(id)
    setRenaming(id)
  }
  const remove = (id: string): void => {
    const at = lines.findIndex((line) => line.node.id === id)
    const next = lines[at + 1]?.node.parentId === id ? undefined : lines[at + 1]
    onChange({ do: 'remove', id })
    onSelect((lines[at - 1] ?? next)?.node.id ?? null)
  }
  const paste = ({ paths, levels }: Outline, isReplacing: boolean): void => {
    onChange({
      do: 'replace',
      did: 'paste',
      nodes: growBy(isReplacing ? [] : nodes, paths, newId),
      levels,
    })
    setPasting(false)
  }
  const addInside = (): void => (node ? add({ at: 'inside', id: node.id }, node.id) : add(null, null))
  return (
    <Card
      title={t('hierarchies.tree')}
      subtitle={mayWrite ? t('hierarchies.treeText') : undefined}
      padding="none"
      actions={
        mayWrite ? (
          <>
            <Button size="sm" icon={Plus} onClick={() => add(null, null)}>
              {t('hierarchies.addTop')}
            </Button>
            <Button size="sm" icon={ClipboardPaste} onClick={() => setPasting(true)}>
              {t('hierarchies.paste')}
            </Button>
          </>
        ) : null
      }
    >
      {mayWrite && node ? (
        <NodeTools
          node={node}
          nodes={nodes}
          onAddInside={addInside}
          onAddBeside={() => add({ at: 'after', id: node.id }, node.parentId)}
          onRename={() => setRenaming(node.id)}
          onMove={() => setMoving(node.id)}
          onRemove={() => remove(node.id)}
          onChange={onChange}
        />
      ) : null}
      <div className={styles.notes}>
        {refused ? (
          <p className={styles.bad} role="alert">
            {t(`hierarchies.${refused.refusal}`, { name: refused.name, most: MOST_LEVELS })}
          </p>
        ) : null}
        {twins.map((name) => (
          <p key={name} className={styles.warn}>
            {t('hierarchies.twins', { name })}
          </p>
        ))}
        {past && mayWrite ? (
          <p className={styles.undo} role="status">
            {t(`hierarchies.did.${past.did}`)}
            <Button size="sm" variant="ghost" icon={Undo2} onClick={() => onChange({ do: 'undo' })}>
              {t('hierarchies.undo')}
            </Button>
          </p>
        ) : null}
      </div>
      {nodes.length === 0 ? (
        <EmptyState icon={Network} title={t('hierarchies.treeEmpty')} />
      ) : (
        <Tree
          label={t('hierarchies.tree')}
          lines={lines}
          nodes={nodes}
          selected={selected}
          renaming={renaming}
          mayWrite={mayWrite}
          onSelect={onSelect}
          onFold={fold}
          onRenaming={setRenaming}
          onAdd={addInside}
          onRemove={remove}
          onChange={onChange}
        />
      )}
      <MoveDialog
        key={moving}
        node={nodes.find(({ id }) => id === moving) ?? null}
        nodes={nodes}
        onClose={() => setMoving(null)}
        onMove={(id, target) => onChange({ do: 'move', id, target })}
      />
      <PasteDialog
        isOpen={isPasting}
        hasNodes={nodes.length > 0}
        onClose={() => setPasting(false)}
        onPaste={paste}
      />
    </Card>
  )
}
