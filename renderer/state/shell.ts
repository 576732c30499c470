import { create } from 'zustand'
import { readLocal, writeLocal } from './local-storage.ts'

type ShellState = {
  isSidebarCollapsed: boolean
  isPaletteOpen: boolean
  isKeysOpen: boolean
}

export const useShell = create<ShellState>()(() => ({
  isSidebarCollapsed: readLocal('sidebar') === 'collapsed',
  isPaletteOpen: false,
  isKeysOpen: false,
}))

export function toggleSidebar(): void {
  const isSidebarCollapsed = !useShell.getState().isSidebarCollapsed
  writeLocal('sidebar', isSidebarCollapsed ? 'collapsed' : 'open')
  useShell.setState({ isSidebarCollapsed })
}

export const setPaletteOpen = (isPaletteOpen: boolean): void =>
  useShell.setState(isPaletteOpen ? { isPaletteOpen, isKeysOpen: false } : { isPaletteOpen })
export const setKeysOpen = (isKeysOpen: boolean): void =>
  useShell.setState(isKeysOpen ? { isKeysOpen, isPaletteOpen: false } : { isKeysOpen })
