import {
  ArrowDown,
  ArrowUp,
  CornerDownRight,
  FolderInput,
  IndentDecrease,
  IndentIncrease,
  PencilLine,
  Plus,
  Trash2,
} from 'lucide-react'
import { useText } from '#renderer/i18n/use-text.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import type { HierarchyNode } from '#shared/contract/allocation.ts'
import styles from './hierarchies.module.css'
import { type Shift, shiftTarget } from './tree.ts'
import type { TreeAction } from './tree-state.ts'

type Props = {
  node: HierarchyNode
  nodes: readonly HierarchyNode[]
  onAddInside: () => void
  onAddBeside: () => void
  onRename: () => void
  onMove: () => void
  onRemove: () => void
  onChange: (action: TreeAction) => void
}

const shifts = [
  { shift: 'up', icon: ArrowUp },
  { shift: 'down', icon: ArrowDown },
  { shift: 'outdent', icon: IndentDecrease },
  { shift: 'indent', icon: IndentIncrease },
] as const

/** What can be done to the chosen node, for those who don't know the keys. */
export function NodeTools(props: Props) {
  const { node, nodes, onAddInside, onAddBeside, onRename, onMove, onRemove, onChange } = props
  const { t } = useText()
  const targetOf = (shift: Shift) => shiftTarget(nodes, node.id, shift)
  return (
    <div
      className={styles.tools}
      role="toolbar"
      aria-label={t('hierarchies.nodeActions', { name: node.name })}
    >
      <Button size="sm" variant="ghost" icon={CornerDownRight} onClick={onAddInside}>
        {t('hierarchies.addChild')}
      </Button>
      <Button size="sm" variant="ghost" icon={Plus} onClick={onAddBeside}>
        {t('hierarchies.addSibling')}
      </Button>
      <IconButton size="sm" icon={PencilLine} label={t('hierarchies.rename')} onClick={onRename} />
      {shifts.map(({ shift, icon }) => {
        const target = targetOf(shift)
        return (
          <IconButton
            key={shift}
            size="sm"
            icon={icon}
            label={t(`hierarchies.${shift}`)}
            disabled={target === undefined}
            onClick={() => target !== undefined && onChange({ do: 'move', id: node.id, target })}
          />
        )
      })}
      <IconButton size="sm" icon={FolderInput} label={t('hierarchies.moveTo')} onClick={onMove} />
      <IconButton size="sm" icon={Trash2} label={t('hierarchies.removeNode')} onClick={onRemove} />
    </div>
  )
}
