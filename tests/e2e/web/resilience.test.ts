import { startWebHost } from '#tests/support/web-host.ts'
import { DashboardPage, TOTAL } from '../pages/dashboard-page.ts'
import { Shell } from '../pages/shell.ts'
import { StartPage } from '../pages/start-page.ts'
import { expect, test } from '../support/test.ts'

test('when the program ends, the last figures stay and the page says what to do', async ({ page }) => {
  const host = await startWebHost()
  await page.goto(host.link)
  await new StartPage(page).openDemo()
  await new Shell(page).settled()
  const spend = await new DashboardPage(page).kpi(TOTAL).locator('data').innerText()
  await host.stop()
  await expect(page.getByText('Нет связи с программой').first()).toBeVisible()
  await expect(new DashboardPage(page).kpi(TOTAL).locator('data')).toHaveText(spend)
})

test('one failing call leaves the other panels whole and can be tried again', async ({ ownPage }) => {
  let isBroken = true
  await ownPage.route('**/rpc/dashboard.getUtilization', (route) =>
    isBroken
      ? route.fulfill({ json: { ok: false, error: { code: 'internal', details: {}, ref: 'abcd1234' } } })
      : route.continue(),
  )
  await new StartPage(ownPage).openDemo()
  const dashboard = new DashboardPage(ownPage)
  const panel = dashboard.panel('Загрузка ресурсов')
  await expect(panel.getByText('Внутренняя ошибка программы.')).toBeVisible()
  await expect(panel).toContainText('abcd1234')
  await expect(dashboard.kpi(TOTAL)).toContainText('₽')
  isBroken = false
  await panel.getByRole('button', { name: 'Повторить' }).click()
  await expect(panel).toContainText('vCPU')
})
