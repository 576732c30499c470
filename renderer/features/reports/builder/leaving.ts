const reportOf = (search: string): string | null => new URLSearchParams(search).get('report')

/** Whether an address leads away from the report on the desk: to another page, another report, or the list. */
export const isLeaving = (to: URL): boolean =>
  to.pathname !== '/reports' || reportOf(to.search) !== reportOf(window.location.search)
