import type { Shift, TreeLine } from './tree.ts'

type TreeKey =
  | { does: 'go'; id: string }
  | { does: 'fold'; isFolded: boolean }
  | { does: 'shift'; shift: Shift }
  | { does: 'rename' | 'add' | 'remove' }

type Press = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>

const shifts: Readonly<Record<string, Shift>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'outdent',
  ArrowRight: 'indent',
}

/** What a key asks of the tree; null for keys that are not its own. */
export function treeKey(
  press: Press,
  lines: readonly TreeLine[],
  at: number,
  mayWrite: boolean,
): TreeKey | null {
  const line = lines[at]
  if (!line || press.ctrlKey || press.metaKey) return null
  if (press.altKey) {
    const shift = shifts[press.key]
    return shift && mayWrite ? { does: 'shift', shift } : null
  }
  const go = (to: number): TreeKey | null => {
    const target = lines[Math.max(0, Math.min(lines.length - 1, to))]
    return target ? { does: 'go', id: target.node.id } : null
  }
  switch (press.key) {
    case 'ArrowDown':
      return go(at + 1)
    case 'ArrowUp':
      return go(at - 1)
    case 'Home':
      return go(0)
    case 'End':
      return go(lines.length - 1)
    case 'ArrowRight':
      if (!line.hasChildren) return null
      return line.isOpen ? go(at + 1) : { does: 'fold', isFolded: false }
    case 'ArrowLeft': {
      if (line.isOpen) return { does: 'fold', isFolded: true }
      const { parentId } = line.node
      return parentId === null ? null : { does: 'go', id: parentId }
    }
    case 'F2':
    case 'Enter':
      return mayWrite ? { does: 'rename' } : null
    case 'Insert':
      return mayWrite ? { does: 'add' } : null
    case 'Delete':
      return mayWrite ? { does: 'remove' } : null
    default:
      return byLetter(press.key, lines, at)
  }
}

/** A letter goes to the next node that begins with it. */
function byLetter(key: string, lines: readonly TreeLine[], at: number): TreeKey | null {
  if (key.length !== 1 || key === ' ') return null
  const letter = key.toLowerCase()
  const found = [...lines.slice(at + 1), ...lines.slice(0, at + 1)].find(({ node }) =>
    node.name.toLowerCase().startsWith(letter),
  )
  return found ? { does: 'go', id: found.node.id } : null
}
