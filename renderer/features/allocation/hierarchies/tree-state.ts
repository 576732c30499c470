import type { HierarchyNode } from '#shared/contract/allocation.ts'
import { assertNever } from '#shared/lib/assert-never.ts'
import { familyOf, type MoveRefusal, moveNode, placeValues, type Target } from './tree.ts'

export type TreeDraft = { name: string; levels: readonly string[]; nodes: readonly HierarchyNode[] }

type Did = 'add' | 'move' | 'remove' | 'paste' | 'assign'

export type TreeState = {
  draft: TreeDraft
  past: readonly { did: Did; draft: TreeDraft }[]
  /** Why the last change was not made, and of which node. */
  refused: { refusal: MoveRefusal; name: string } | null
}

export type TreeAction =
  | { do: 'reset'; draft: TreeDraft }
  /** What was kept, as the program has it now; what was typed meanwhile stays. */
  | { do: 'saved'; from: TreeDraft; draft: TreeDraft }
  | { do: 'name'; name: string }
  | { do: 'level'; at: number; name: string }
  | { do: 'add'; node: HierarchyNode; target: Target }
  | { do: 'rename'; id: string; name: string }
  | { do: 'move'; id: string; target: Target }
  | { do: 'remove'; id: string }
  | { do: 'put'; id: string; values: readonly string[] }
  | { do: 'take'; id: string; value: string }
  | { do: 'replace'; did: 'paste' | 'assign'; nodes: readonly HierarchyNode[]; levels?: readonly string[] }
  | { do: 'undo' }

const MOST_PAST = 50

export function changeTree(state: TreeState, action: TreeAction): TreeState {
  const { draft, past } = state
  const { nodes } = draft
  const quietly = (patch: Partial<TreeDraft>): TreeState => ({
    draft: { ...draft, ...patch },
    past,
    refused: null,
  })
  const kept = (did: Did, patch: Partial<TreeDraft>): TreeState => ({
    draft: { ...draft, ...patch },
    past: [...past.slice(1 - MOST_PAST), { did, draft }],
    refused: null,
  })
  switch (action.do) {
    case 'reset':
      return { draft: action.draft, past: [], refused: null }
    case 'saved':
      return draft === action.from ? { draft: action.draft, past: [], refused: null } : state
    case 'name':
      return quietly({ name: action.name })
    case 'level': {
      const levels = Array.from({ length: Math.max(draft.levels.length, action.at + 1) }, (_, at) =>
        at === action.at ? action.name : (draft.levels[at] ?? ''),
      )
      return quietly({ levels })
    }
    case 'add': {
      const moved = moveNode([...nodes, action.node], action.node.id, action.target)
      return moved.nodes
        ? kept('add', { nodes: moved.nodes })
        : { ...state, refused: { refusal: moved.refusal, name: action.node.name } }
    }
    case 'rename':
      return quietly({
        nodes: nodes.map((node) => (node.id === action.id ? { ...node, name: action.name } : node)),
      })
    case 'move': {
      const moved = moveNode(nodes, action.id, action.target)
      const name = nodes.find(({ id }) => id === action.id)?.name ?? ''
      if (!moved.nodes) return { ...state, refused: { refusal: moved.refusal, name } }
      return moved.nodes === nodes ? { ...state, refused: null } : kept('move', { nodes: moved.nodes })
    }
    case 'remove': {
      const family = familyOf(nodes, action.id)
      return kept('remove', { nodes: nodes.filter(({ id }) => !family.has(id)) })
    }
    case 'put':
      return kept('assign', { nodes: placeValues(nodes, action.id, action.values) })
    case 'take':
      return kept('assign', {
        nodes: nodes.map((node) =>
          node.id === action.id
            ? { ...node, values: node.values.filter((value) => value !== action.value) }
            : node,
        ),
      })
    case 'replace':
      return kept(action.did, {
        nodes: action.nodes,
        ...(action.levels && action.levels.length > 0 ? { levels: action.levels } : {}),
      })
    case 'undo': {
      const before = past.at(-1)
      return before ? { draft: before.draft, past: past.slice(0, -1), refused: null } : state
    }
    default:
      return assertNever(action)
  }
}
