type Tally = { frames: number; slots: number; blank: number; waiting: number }

declare global {
  var scrollProbe: { start(): void; stop(): Tally }
}

/**
 * Runs in the page: at each animation frame looks at every line's place inside the table's frame, between its head and
 * its foot, and counts what stands there: a row with words, a row in outline, or nothing.
 */
export function installScrollProbe(selector: string): void {
  const frame = document.querySelector<HTMLElement>(selector)
  const head = frame?.querySelector('thead th')
  if (!frame || !head) throw new Error('no table to watch')
  let tally: Tally = { frames: 0, slots: 0, blank: 0, waiting: 0 }
  let isOn = false
  const look = (): void => {
    if (!isOn) return
    const top = head.getBoundingClientRect().bottom
    const bottom =
      frame.querySelector('tfoot td')?.getBoundingClientRect().top ??
      frame.getBoundingClientRect().top + frame.clientHeight
    const left = frame.getBoundingClientRect().left + 120
    const step = frame.querySelector('tbody tr[aria-rowindex]')?.getBoundingClientRect().height ?? 44
    tally.frames += 1
    for (let y = top + 2; y < bottom - 2; y += step / 2) {
      const row = document.elementFromPoint(left, y)?.closest('tr')
      tally.slots += 1
      if (!row?.hasAttribute('aria-rowindex') || row.textContent === null) tally.blank += 1
      else if (row.hasAttribute('data-waiting')) tally.waiting += 1
      else if (row.textContent.trim() === '') tally.blank += 1
    }
    requestAnimationFrame(look)
  }
  globalThis.scrollProbe = {
    start: () => {
      tally = { frames: 0, slots: 0, blank: 0, waiting: 0 }
      isOn = true
      requestAnimationFrame(look)
    },
    stop: () => {
      isOn = false
      return tally
    },
  }
}
