import { useSyncExternalStore } from 'react'
import { useShell } from '#renderer/state/shell.ts'

const narrow = window.matchMedia('(max-width: 1023px)')

const subscribe = (listener: () => void): (() => void) => {
  narrow.addEventListener('change', listener)
  return () => narrow.removeEventListener('change', listener)
}

/** A narrow window always has the rail; a wide one has it when the person wants it. */
export function useRail(): { isRail: boolean; canToggle: boolean } {
  const isNarrow = useSyncExternalStore(subscribe, () => narrow.matches)
  const isCollapsed = useShell((state) => state.isSidebarCollapsed)
  return { isRail: isNarrow || isCollapsed, canToggle: !isNarrow }
}
