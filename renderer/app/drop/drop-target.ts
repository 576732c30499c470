import { useEffect } from 'react'
import { create } from 'zustand'

/** What a page does with dropped files in the place of importing them as bills. */
type DropTarget = { title: string; text: string; give: (files: readonly File[]) => Promise<void> }

export const useDropTargets = create<{ target: DropTarget | null }>()(() => ({ target: null }))

/** While the page is shown and the person may, files dropped anywhere on the window are its own. */
export function useDropTarget({ title, text, give }: DropTarget, isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return
    const target = { title, text, give }
    useDropTargets.setState({ target })
    return () => useDropTargets.setState((state) => (state.target === target ? { target: null } : state))
  }, [title, text, give, isOn])
}
