/** Diagonal lines as a fill for a canvas: what is missing is told by a pattern and not by colour alone. */
export function hatch(color: string): { image: HTMLCanvasElement; repeat: 'repeat' } {
  const size = 8
  const ratio = Math.max(1, Math.round(window.devicePixelRatio))
  const image = document.createElement('canvas')
  image.width = size * ratio
  image.height = size * ratio
  const g = image.getContext('2d')
  if (g) {
    g.scale(ratio, ratio)
    g.strokeStyle = color
    g.lineWidth = 1.25
    g.globalAlpha = 0.55
    g.beginPath()
    // One line, and its neighbours' ends, so that tiles meet without a seam.
    for (const shift of [-size, 0, size]) {
      g.moveTo(shift, size)
      g.lineTo(shift + size, 0)
    }
    g.stroke()
  }
  return { image, repeat: 'repeat' }
}
