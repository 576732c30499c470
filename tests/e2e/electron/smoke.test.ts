import { DashboardPage, TOTAL } from '../pages/dashboard-page.ts'
import { areas, Shell } from '../pages/shell.ts'
import { StartPage } from '../pages/start-page.ts'
import { expect, launchApplication, test } from './launch.ts'

test('starts, opens the demo company and shows its figures', async ({ page }) => {
  await new StartPage(page).openDemo()
  await new Shell(page).settled()
  await expect(new DashboardPage(page).kpi(TOTAL)).toContainText('₽')
})

test('every page opens by its link', async ({ page }) => {
  await new StartPage(page).openDemo()
  const shell = new Shell(page)
  for (const { ru } of areas) await shell.open(ru)
})

test('the menu opens pages of the page', async ({ application, page }) => {
  await new StartPage(page).openDemo()
  await application.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('settings')?.click())
  await expect(new Shell(page).heading('Настройки')).toBeVisible()
})

test('a second instance gives way to the first', async ({ application, dataFolder, page }) => {
  await expect(page.locator('#root')).not.toBeEmpty()
  // It leaves before it has a window: to Playwright that is a launch that failed.
  await expect(launchApplication(dataFolder)).rejects.toThrow()
  expect(await application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('keeps its data from one start to the next', async ({ application, dataFolder, page }) => {
  await new StartPage(page).openDemo()
  await application.close()
  const again = await launchApplication(dataFolder)
  const first = await again.firstWindow()
  const answer = await first.evaluate(() => {
    type Bridge = { call: Record<string, (input: object) => Promise<{ value: { hasDemo: boolean } }>> }
    return (globalThis as unknown as { infrazen: Bridge }).infrazen.call['app.getState']?.({})
  })
  expect(answer?.value.hasDemo).toBe(true)
  await again.close()
})
