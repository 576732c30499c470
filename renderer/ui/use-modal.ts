import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

/** The platform's modal, opened and closed by a property; the focus starts at what is marked for it and comes back. */
export function useModal(isOpen: boolean): RefObject<HTMLDialogElement | null> {
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = ref.current
    if (!dialog) return
    if (isOpen && !dialog.open) {
      dialog.showModal()
      dialog.querySelector<HTMLElement>('[data-focus-first]')?.focus()
    }
    if (!isOpen && dialog.open) dialog.close()
  }, [isOpen])
  // One that is taken away while it is open gives the focus back too; afterwards it could not any more.
  useLayoutEffect(() => {
    const dialog = ref.current
    return () => dialog?.close()
  }, [])
  return ref
}
