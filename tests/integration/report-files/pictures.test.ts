import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { writePicture } from '#main/services/report-files/pictures.ts'
import { barsChart } from '#tests/support/report-documents.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

type Facts = Partial<Parameters<typeof writePicture>[0]>

async function picture(facts: Facts): Promise<Buffer> {
  const path = join(tempFolder(), 'chart')
  const base = { chart: barsChart, title: '', width: 800, height: 450, language: 'ru' as const, path }
  await writePicture({ ...base, format: 'png', ...facts })
  return readFileSync(path)
}

/** How many pixels of the rows from..to are darker than paper. */
function darkIn(png: Buffer, from: number, to: number): number {
  const width = png.readUInt32BE(16)
  const parts: Buffer[] = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  }
  const raw = inflateSync(Buffer.concat(parts))
  const row = width * 4
  const pixels = Buffer.alloc(row * png.readUInt32BE(20))
  let dark = 0
  for (let y = 0; y < to; y += 1) {
    const filter = raw[y * (row + 1)] ?? 0
    for (let i = 0; i < row; i += 1) {
      const at = y * row + i
      const left = i >= 4 ? (pixels[at - 4] ?? 0) : 0
      const up = y > 0 ? (pixels[at - row] ?? 0) : 0
      const corner = i >= 4 && y > 0 ? (pixels[at - row - 4] ?? 0) : 0
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0
      pixels[at] = (raw[y * (row + 1) + 1 + i] ?? 0) + guess
    }
    if (y < from) continue
    for (let x = 0; x < width; x += 1) if ((pixels[y * row + x * 4] ?? 255) < 128) dark += 1
  }
  return dark
}

function paeth(a: number, b: number, c: number): number {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)]
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c
}

test('a picture has the pixels that were asked for', async () => {
  const png = await picture({ width: 1234, height: 700 })
  expect(png.toString('latin1', 1, 4)).toBe('PNG')
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1234, 700])
})

test('letters are in the picture, the thicker ones too: a font that is not found would leave them out', async () => {
  // The title's row alone: 640 points are drawn on 800 pixels.
  const inTitle = async (title: string): Promise<number> => darkIn(await picture({ title }), 20, 42)
  const short = await inTitle('Рубли ₽')
  const long = await inTitle('Рубли ₽ Рубли ₽ Рубли ₽')
  expect(short).toBeGreaterThan(150)
  expect(long / short).toBeGreaterThan(2.5)
  expect(long / short).toBeLessThan(3.5)
  // The lowest rows hold the legend, in both weights.
  expect(darkIn(await picture({}), 390, 440)).toBeGreaterThan(300)
})

test('the same picture is the same to the byte', async () => {
  expect((await picture({ title: 'А' })).equals(await picture({ title: 'А' }))).toBe(true)
})

test('as SVG it is well-formed and keeps its texts', async () => {
  const title = 'R&D <«облако»> \u0007▲'
  const svg = (await picture({ format: 'svg', title })).toString('utf8')
  expect(XMLValidator.validate(svg)).toBe(true)
  const { svg: root } = new XMLParser({ ignoreAttributes: false }).parse(svg)
  expect([root['@_width'], root['@_height']]).toEqual(['800', '450'])
  expect(JSON.stringify(root)).toContain('R&D <«облако»>')
  expect(JSON.stringify(root)).toContain('↑')
  for (const name of ['Compute Cloud', 'PostgreSQL', 'Прочее']) expect(svg).toContain(name)
  expect(svg).not.toMatch(/<script|href|on\w+=/)
})
