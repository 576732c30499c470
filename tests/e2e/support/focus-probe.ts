type Probe = { wanted(): string[]; look(): { id: string; isChanged: boolean } | null }

declare global {
  var focusProbe: Probe
}

/**
 * Runs in the page: numbers every control that Tab should reach and keeps its looks while nothing has the focus. A ring
 * may be drawn by the control, by its shade over a card, by the face beside it or by what encloses it: whichever it is,
 * something there has to look different once the focus arrives.
 */
export function installFocusProbe(): void {
  const selector = 'a[href], button:not([disabled]), input:not([disabled]), select, summary'
  const isWanted = (el: HTMLElement): boolean => {
    if (el.tabIndex < 0 || !el.checkVisibility({ visibilityProperty: true })) return false
    // Of a group of radio buttons only the chosen one is a stop: arrows move within.
    return !(el instanceof HTMLInputElement && el.type === 'radio' && !el.checked)
  }
  const looks = (el: Element): string => {
    const around = [
      el,
      el.parentElement,
      el.nextElementSibling,
      el.closest('li, label, section, fieldset, tr'),
    ]
    const styles = around.flatMap((x) => (x ? [getComputedStyle(x), getComputedStyle(x, '::after')] : []))
    return styles
      .map((s) =>
        [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.borderColor, s.clipPath].join(),
      )
      .join('|')
  }
  const controls = [...document.querySelectorAll<HTMLElement>(selector)].filter(isWanted)
  const idle = new Map<Element, { id: string; looks: string }>()
  for (const [index, el] of controls.entries()) {
    const name = el.getAttribute('aria-label') ?? el.textContent ?? ''
    idle.set(el, { id: `${index} ${el.tagName} ${name.trim().slice(0, 40)}`, looks: looks(el) })
  }
  globalThis.focusProbe = {
    wanted: () => [...idle.values()].map(({ id }) => id),
    look: () => {
      const el = document.activeElement
      const before = el ? idle.get(el) : undefined
      return el && before ? { id: before.id, isChanged: looks(el) !== before.looks } : null
    },
  }
}
