/** A colour token as the browser resolves it in the theme on screen now: "rgb(…)". For canvas, which knows no variables. */
export function readToken(name: `--${string}`): string {
  const probe = document.createElement('span')
  probe.style.color = `var(${name})`
  probe.hidden = true
  document.body.append(probe)
  const colour = getComputedStyle(probe).color
  probe.remove()
  return colour
}
