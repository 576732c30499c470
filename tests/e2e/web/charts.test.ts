import { readFileSync } from 'node:fs'
import { parseDecimal } from '#shared/lib/decimal.ts'
import { Shell } from '../pages/shell.ts'
import { expect, test } from '../support/test.ts'

test.use({ start: '/about' })

test('keys walk a chart, which says each point, and go down from it', async ({ demoPage }) => {
  const shell = new Shell(demoPage)
  await shell.open('Затраты')
  await shell.settled()
  const chart = demoPage.getByRole('application', { name: /Столбцы/ })
  await shell.tabTo(chart)
  await demoPage.keyboard.press('ArrowLeft')
  const said = demoPage.getByRole('status').filter({ hasText: 'VPS' })
  await expect(said).toContainText(/19\.11\.2026.*VPS: [\d\s]+,\d\d\s₽/)
  const last = await said.innerText()
  await demoPage.keyboard.press('Home')
  await expect(said).not.toHaveText(last)
  const before = demoPage.url()
  await demoPage.keyboard.press('Enter')
  await expect(demoPage).not.toHaveURL(before)
})

test('the picture of a chart has the figures of its table, each of them exactly', async ({ demoPage }) => {
  const shell = new Shell(demoPage)
  await shell.open('Затраты')
  await shell.settled()
  const rows = demoPage.getByRole('grid').locator('tbody tr[data-row]')
  const table = new Map<string, string>()
  for (const row of await rows.all()) {
    const name = await row.getByRole('gridcell').nth(0).innerText()
    table.set(name, (await row.getByRole('gridcell').nth(1).locator('data').getAttribute('value')) ?? '')
  }
  const save = async (kind: RegExp): Promise<Buffer> => {
    await demoPage.getByRole('button', { name: 'Экспорт' }).click()
    const [download] = await Promise.all([
      demoPage.waitForEvent('download'),
      demoPage.getByRole('menuitem', { name: kind }).click(),
    ])
    return readFileSync(await download.path())
  }
  const svg = (await save(/SVG/)).toString('utf8')
  const told = [...svg.matchAll(/>([^<]+)<\/text>\s*<text[^>]* data-amount="([^"]+)"/g)]
  expect(told.length).toBeGreaterThan(8)
  let sum = 0n
  for (const [, name = '', amount = ''] of told) {
    if (/Прошлый период/.test(name)) continue
    sum += parseDecimal(amount) ?? 0n
    const own = table.get(name)
    if (own !== undefined) expect(amount, name).toBe(own)
  }
  const total = await demoPage.getByRole('grid').locator('tfoot data').first().getAttribute('value')
  expect(sum).toBe(parseDecimal(total ?? ''))
  expect(svg).toContain('₽')
  expect((await save(/PNG/)).subarray(1, 4).toString()).toBe('PNG')
})
