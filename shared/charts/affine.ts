/** `x' = a·x + c·y + e`, `y' = b·x + d·y + f`, as SVG writes its matrices. */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export const scaled = (scale: number): Affine => [scale, 0, 0, scale, 0, 0]

/** First `inner`, then `outer`. */
export function combine(outer: Affine, inner: Affine): Affine {
  const [a, b, c, d, e, f] = outer
  const [A, B, C, D, E, F] = inner
  return [a * A + c * B, b * A + d * B, a * C + c * D, b * C + d * D, a * E + c * F + e, b * E + d * F + f]
}

export const place = ([a, b, c, d, e, f]: Affine, x: number, y: number): [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
]

export const scaleOf = ([a, b, c, d]: Affine): number => Math.sqrt(Math.abs(a * d - b * c))
export const turnOf = ([a, b]: Affine): number => (Math.atan2(b, a) * 180) / Math.PI

const STEP = /(matrix|translate|scale|rotate)\(([^)]*)\)/g

/** The `transform` of an SVG element. */
export function readTransform(text: string): Affine {
  let whole: Affine = [1, 0, 0, 1, 0, 0]
  for (const [, name, list = ''] of text.matchAll(STEP)) {
    const n = list.split(/[\s,]+/).map(Number)
    whole = combine(whole, stepOf(name ?? '', n))
  }
  return whole
}

function stepOf(name: string, n: readonly number[]): Affine {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = n
  if (name === 'matrix') return [a, b, c, d, e, f]
  if (name === 'translate') return [1, 0, 0, 1, a, b]
  if (name === 'scale') return [a, 0, 0, n.length > 1 ? b : a, 0, 0]
  const angle = (a * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return combine([1, 0, 0, 1, b, c], combine([cos, sin, -sin, cos, 0, 0], [1, 0, 0, 1, -b, -c]))
}

/** How many numbers each command of a path takes at a time. */
const SIZES: Record<string, number> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 }
const round = (value: number): number => Math.round(value * 1000) / 1000

/** Path data in the coordinates that the matrix leads to; all commands become absolute. */
export function movePath(data: string, matrix: Affine): string {
  const out: string[] = []
  let [x, y, startX, startY] = [0, 0, 0, 0]
  for (const [, command = '', list = ''] of data.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const key = command.toLowerCase()
    const isRelative = command === key
    const size = SIZES[key] ?? 0
    const numbers = list.match(/[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/g)?.map(Number) ?? []
    if (key === 'z') {
      out.push('Z')
      ;[x, y] = [startX, startY]
      continue
    }
    for (let at = 0; at + size <= numbers.length; at += size) {
      const n = numbers.slice(at, at + size)
      const [baseX, baseY] = isRelative ? [x, y] : [0, 0]
      const point = (i: number): string => {
        x = (n[i] ?? 0) + baseX
        y = (n[i + 1] ?? 0) + baseY
        return place(matrix, x, y).map(round).join(' ')
      }
      if (key === 'h' || key === 'v') {
        if (key === 'h') x = (n[0] ?? 0) + baseX
        else y = (n[0] ?? 0) + baseY
        out.push(`L${place(matrix, x, y).map(round).join(' ')}`)
      } else if (key === 'a') {
        const factor = scaleOf(matrix)
        const sweep = matrix[0] * matrix[3] - matrix[1] * matrix[2] < 0 ? 1 - (n[4] ?? 0) : (n[4] ?? 0)
        const head = [(n[0] ?? 0) * factor, (n[1] ?? 0) * factor, (n[2] ?? 0) + turnOf(matrix)].map(round)
        out.push(`A${[...head, n[3] ?? 0, sweep].join(' ')} ${point(5)}`)
      } else {
        const points = Array.from({ length: size / 2 }, (_, i) => point(i * 2))
        const name = key === 'm' && at > 0 ? 'L' : key.toUpperCase()
        if (name === 'M') [startX, startY] = [x, y]
        out.push(`${name}${points.join(' ')}`)
      }
    }
  }
  return out.join('')
}
