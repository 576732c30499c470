type Rgb = readonly [number, number, number]

/** `#rrggbb` and `rgb(…)`: what tokens are written as, and what a browser makes of them. */
function readColor(color: string): Rgb | null {
  const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(color)
  if (hex) return [hex[1], hex[2], hex[3]].map((part) => Number.parseInt(part ?? '0', 16)) as unknown as Rgb
  const rgb = /^rgba?\((\d+)[, ]+(\d+)[, ]+(\d+)/.exec(color)
  return rgb ? [Number(rgb[1]), Number(rgb[2]), Number(rgb[3])] : null
}

/** One colour with so much of another in it. */
export function mixColors(color: string, other: string, share: number): string {
  const [a, b] = [readColor(color), readColor(other)]
  if (!a || !b) return color
  const mixed = a.map((part, i) => Math.round(part * (1 - share) + (b[i] ?? 0) * share))
  return `rgb(${mixed.join(', ')})`
}

/** Relative luminance, as WCAG has it. */
function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((part) => {
    const value = part / 255
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }) as unknown as Rgb
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

export function contrast(one: string, other: string): number {
  const [a, b] = [readColor(one), readColor(other)]
  if (!a || !b) return 1
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

/** White or almost black, whichever is read better upon a colour. */
export const inkOn = (color: string): string =>
  contrast(color, '#ffffff') >= contrast(color, '#0b101b') ? '#ffffff' : '#0b101b'
