import { expect, launchApplication, test } from './launch.ts'

test('starts, opens the demo company and shows its figures', async ({ page }) => {
  await page.getByRole('button', { name: 'Открыть демо-компанию' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Обзор' })).toBeVisible()
  await expect(page.getByText('ДЕМО').first()).toBeVisible()
  await expect(page.getByText(/\d[\d\s]*,?\d*\s?₽/).first()).toBeVisible()
})

test('a second instance gives way to the first', async ({ application, dataFolder, page }) => {
  await expect(page.locator('#root')).not.toBeEmpty()
  // It leaves before a window: to Playwright that is a launch that failed.
  await expect(launchApplication(dataFolder)).rejects.toThrow()
  expect(await application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('keeps its data from one start to the next', async ({ application, dataFolder, page }) => {
  await page.getByRole('button', { name: 'Открыть демо-компанию' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Обзор' })).toBeVisible()
  await application.close()
  const again = await launchApplication(dataFolder)
  const answer = await (await again.firstWindow()).evaluate(async () => {
    const { infrazen } = window as unknown as {
      infrazen: { call: Record<string, (input: object) => Promise<{ value: { hasDemo: boolean } }>> }
    }
    return infrazen.call['app.getState']?.({})
  })
  expect(answer?.value.hasDemo).toBe(true)
  await again.close()
})
