import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { browserOptions } from '../support/browser.ts'
import { icnsOf, icoOf, type SizedPng } from './icon-files.ts'

/** Draws every icon file anew from the SVGs beside them. Run it after changing a drawing, and commit what it made. */
const FOLDER = 'resources/icons'
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024]
/** Below this size the tile's edge would eat the drawing: the cloud stands alone. */
const SMALLEST_TILE = 48

const browser = await chromium.launch(await browserOptions())
const page = await browser.newPage()

async function draw(drawing: string, size: number): Promise<Buffer> {
  const svg = readFileSync(join(FOLDER, drawing)).toString('base64')
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(
    `<body style="margin:0"><img src="data:image/svg+xml;base64,${svg}" width="${size}" height="${size}" style="display:block">`,
  )
  await page.locator('img').evaluate((image: HTMLImageElement) => image.decode())
  return page.screenshot({ omitBackground: true })
}

mkdirSync(join(FOLDER, 'png'), { recursive: true })
const pictures: SizedPng[] = []
for (const size of SIZES) {
  const png = await draw(size < SMALLEST_TILE ? 'icon-small.svg' : 'icon.svg', size)
  pictures.push({ size, png })
  writeFileSync(join(FOLDER, 'png', `${size}x${size}.png`), png)
}
writeFileSync(join(FOLDER, 'tray-template.png'), await draw('tray-template.svg', 32))
await browser.close()

writeFileSync(join(FOLDER, 'icon.ico'), icoOf(pictures.filter(({ size }) => size <= 256)))
writeFileSync(join(FOLDER, 'icon.icns'), icnsOf(pictures))
console.log(`${pictures.length} sizes drawn in ${FOLDER}`)
