import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startWebHost } from '#tests/support/web-host.ts'
import { StartPage } from '../pages/start-page.ts'
import { expect, test } from '../support/test.ts'

test('after the program was started anew on its port, an old tab is told how to come in', async ({
  page,
}) => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'infrazen-restart-'))
  try {
    const first = await startWebHost({ dataFolder })
    await page.goto(first.link)
    await new StartPage(page).openDemo()
    await first.stop()
    const second = await startWebHost({ dataFolder, port: Number(new URL(first.origin).port) })
    await expect(page.getByText('InfraZen').first()).toBeVisible()
    await expect(page.locator('#root')).toHaveCount(0)
    await page.goto(second.link)
    await new StartPage(page).openDemo()
    await second.stop()
  } finally {
    rmSync(dataFolder, { recursive: true, force: true })
  }
})
