import { ChevronRight } from 'lucide-react'
import { type DragEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useText } from '#renderer/i18n/use-text.ts'
import type { HierarchyNode } from '#shared/contract/allocation.ts'
import styles from './hierarchies.module.css'
import { NodeName } from './NodeName.tsx'
import { type Shift, shiftTarget, type Target, type TreeLine } from './tree.ts'
import { treeKey } from './tree-keys.ts'
import type { TreeAction } from './tree-state.ts'

type Props = {
  label: string
  lines: readonly TreeLine[]
  nodes: readonly HierarchyNode[]
  selected: string | null
  renaming: string | null
  mayWrite: boolean
  onSelect: (id: string) => void
  onFold: (id: string, isFolded: boolean) => void
  onRenaming: (id: string | null) => void
  onAdd: () => void
  onRemove: (id: string) => void
  onChange: (action: TreeAction) => void
}

/** One tab stop: arrows walk and fold, Alt with an arrow moves, F2 renames, Insert adds, Delete removes. */
export function Tree(props: Props) {
  const { label, lines, nodes, selected, renaming, mayWrite, onSelect, onFold, onRenaming, onChange } = props
  const { t } = useText()
  const id = useId()
  const tree = useRef<HTMLDivElement>(null)
  const [dragged, setDragged] = useState<string | null>(null)
  const [over, setOver] = useState<Target>(null)
  const at = Math.max(
    0,
    lines.findIndex(({ node }) => node.id === selected),
  )
  useEffect(() => {
    if (selected !== null) document.getElementById(`${id}-${selected}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, selected])
  const shift = (nodeId: string, way: Shift): void => {
    const target = shiftTarget(nodes, nodeId, way)
    if (target === undefined) return
    onChange({ do: 'move', id: nodeId, target })
    if (target?.at === 'inside') onFold(target.id, false)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const line = lines[at]
    // A name that is being typed has its own keys; an item that has answered leaves nothing to the tree around it.
    if (event.defaultPrevented || event.target instanceof HTMLInputElement || !line) return
    const action = treeKey(event, lines, at, mayWrite)
    if (action === null) return
    event.preventDefault()
    const nodeId = line.node.id
    switch (action.does) {
      case 'go':
        onSelect(action.id)
        break
      case 'fold':
        onFold(nodeId, action.isFolded)
        break
      case 'shift':
        shift(nodeId, action.shift)
        break
      case 'rename':
        onRenaming(nodeId)
        break
      case 'add':
        props.onAdd()
        break
      case 'remove':
        props.onRemove(nodeId)
        break
    }
  }
  const overLine = (event: DragEvent, nodeId: string): void => {
    if (dragged === null) return
    event.preventDefault()
    const { top, height } = event.currentTarget.getBoundingClientRect()
    const part = (event.clientY - top) / height
    setOver({ at: part < 0.28 ? 'before' : part > 0.72 ? 'after' : 'inside', id: nodeId })
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    if (dragged !== null && over) onChange({ do: 'move', id: dragged, target: over })
    setDragged(null)
    setOver(null)
  }
  const stopRenaming = (): void => {
    onRenaming(null)
    tree.current?.focus()
  }
  return (
    <div
      ref={tree}
      role="tree"
      aria-label={label}
      aria-activedescendant={lines[at] ? `${id}-${lines[at].node.id}` : undefined}
      tabIndex={0}
      className={styles.tree}
      onKeyDown={onKeyDown}
    >
      {lines.map(({ node, depth, hasChildren, isOpen, place, siblings }) => (
        // Keys belong to the tree, which keeps the focus.
        <div
          key={node.id}
          id={`${id}-${node.id}`}
          role="treeitem"
          tabIndex={-1}
          aria-level={depth + 1}
          aria-posinset={place}
          aria-setsize={siblings}
          aria-expanded={hasChildren ? isOpen : undefined}
          aria-selected={node.id === selected}
          className={styles.node}
          data-over={over?.id === node.id ? over.at : undefined}
          data-dragged={dragged === node.id ? '' : undefined}
          style={{ paddingLeft: 12 + depth * 22 }}
          draggable={mayWrite && renaming !== node.id}
          onClick={() => {
            onSelect(node.id)
            if (renaming !== node.id) tree.current?.focus({ preventScroll: true })
          }}
          onDoubleClick={() => mayWrite && onRenaming(node.id)}
          onKeyDown={onKeyDown}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move'
            event.dataTransfer.setData('text/plain', node.name)
            setDragged(node.id)
          }}
          onDragOver={(event) => overLine(event, node.id)}
          onDrop={drop}
          onDragEnd={() => {
            setDragged(null)
            setOver(null)
          }}
        >
          <span
            className={styles.twist}
            data-open={isOpen ? '' : undefined}
            data-leaf={hasChildren ? undefined : ''}
            aria-hidden
            onClick={(event) => {
              event.stopPropagation()
              if (hasChildren) onFold(node.id, isOpen)
            }}
          >
            <ChevronRight size={15} />
          </span>
          {renaming === node.id ? (
            <NodeName
              name={node.name}
              onDone={(name) => {
                if (name !== null && name !== node.name) onChange({ do: 'rename', id: node.id, name })
                stopRenaming()
              }}
            />
          ) : (
            <span className={styles.nodeName}>{node.name}</span>
          )}
          {node.values.length > 0 ? (
            <span className={styles.soft}>{t('hierarchies.valuesCount', { count: node.values.length })}</span>
          ) : null}
        </div>
      ))}
    </div>
  )
}
