import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { icnsOf, icoOf } from '../../tools/icon-files.ts'

const icons = join(import.meta.dirname, '..', '..', '..', 'resources', 'icons')
const png = (size: number): Buffer => readFileSync(join(icons, 'png', `${size}x${size}.png`))
const pictures = [16, 24, 32, 48, 64, 128, 256, 512, 1024].map((size) => ({ size, png: png(size) }))

describe('icon files', () => {
  it('hold pictures of the size that their names say', () => {
    for (const { size, png } of pictures)
      expect([png.readUInt32BE(16), png.readUInt32BE(20)], String(size)).toEqual([size, size])
  })

  it('for Windows point at whole pictures of each size up to 256', () => {
    const ico = readFileSync(join(icons, 'icon.ico'))
    const small = pictures.filter(({ size }) => size <= 256)
    expect(ico).toEqual(icoOf(small))
    expect(ico.readUInt16LE(4)).toBe(small.length)
    small.forEach(({ png }, index) => {
      const at = 6 + 16 * index
      const offset = ico.readUInt32LE(at + 12)
      expect(ico.subarray(offset, offset + ico.readUInt32LE(at + 8))).toEqual(png)
    })
  })

  it('for macOS are a chain of named pictures that ends where the file ends', () => {
    const icns = readFileSync(join(icons, 'icon.icns'))
    expect(icns).toEqual(icnsOf(pictures))
    expect(icns.toString('latin1', 0, 4)).toBe('icns')
    expect(icns.readUInt32BE(4)).toBe(icns.length)
    const names: string[] = []
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
      names.push(icns.toString('latin1', at, at + 4))
    expect(names).toEqual(['icp4', 'icp5', 'ic11', 'ic12', 'ic07', 'ic08', 'ic13', 'ic09', 'ic14', 'ic10'])
  })
})
