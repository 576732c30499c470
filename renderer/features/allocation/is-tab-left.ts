/** Parts of the address that say what is being edited; the others (a period, a page) leave it where it is. */
const EDITED = ['tab', 'tag', 'hierarchy'] as const

/** Whether an address shows something else than what is being edited now. */
export function isTabLeft(to: URL): boolean {
  const now = new URL(location.href)
  return (
    to.pathname !== now.pathname ||
    EDITED.some((name) => to.searchParams.get(name) !== now.searchParams.get(name))
  )
}
