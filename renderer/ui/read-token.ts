/** A colour token as the browser resolves it in one of the themes: "rgb(…)". For canvas, which knows no variables. */
export function readToken(name: `--${string}`, theme: 'light' | 'dark'): string {
  const probe = document.createElement('span')
  probe.style.colorScheme = theme
  probe.style.color = `var(${name})`
  probe.hidden = true
  document.body.append(probe)
  const colour = getComputedStyle(probe).color
  probe.remove()
  return colour
}
