import { readFileSync } from 'node:fs'
import { connectWebClient, startWebHost } from '#tests/support/web-host.ts'
import { DashboardPage, SPEND, TOTAL } from '../pages/dashboard-page.ts'
import { Shell } from '../pages/shell.ts'
import { enterAs, expect, test } from '../support/test.ts'

for (const { now, period, words } of [
  { now: '2026-10-31T21:30:00Z', period: 'month', words: 'этом месяце ещё нет полного дня' },
  { now: '2026-12-31T21:30:00Z', period: 'quarter', words: 'этом квартале ещё нет полного дня' },
]) {
  test(`on its first day a ${period} has no figures yet and is compared with nothing`, async ({
    context,
  }) => {
    const host = await startWebHost({ now })
    try {
      const client = await connectWebClient(host)
      await client.value('people.startDemo', {})
      await enterAs(context, host, client)
      const page = await context.newPage()
      await page.goto(`${host.origin}/?period=${period}`)
      await new Shell(page).settled()
      const dashboard = new DashboardPage(page)
      await expect(dashboard.kpi(TOTAL)).toContainText(`—в ${words}`)
      for (const panel of [SPEND, 'Загрузка ресурсов', 'Самые дорогие ресурсы', 'Что изменилось']) {
        await expect(dashboard.panel(panel)).toContainText(`В ${words}`)
      }
      await expect(page.getByRole('main')).not.toContainText('100 %')
      await expect(page.getByRole('main')).not.toContainText('против')
      await expect(dashboard.panel('Что изменилось').locator('data')).toHaveCount(0)

      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Экспорт' }).click()
      await page.getByRole('menuitem', { name: 'Картинка PNG' }).click()
      await (await download).saveAs(test.info().outputPath('picture.png'))
      expect(readFileSync(test.info().outputPath('picture.png')).subarray(1, 4).toString()).toBe('PNG')
    } finally {
      await host.stop()
    }
  })
}

for (const { asked, words } of [
  { asked: 'from=2026-11-10&to=2026-11-01', words: 'Начало периода должно быть не позже конца.' },
  { asked: 'from=2001-01-01&to=2026-11-01', words: 'Период длиннее десяти лет.' },
  { asked: 'from=2026-02-30&to=yesterday', words: 'Укажите две даты' },
]) {
  test(`an address with ${asked} is put right and the person is told why`, async ({ demoPage }) => {
    await demoPage.goto(`${new URL(demoPage.url()).origin}/?period=custom&${asked}&by=service`)
    await expect(demoPage.getByText(words)).toHaveCount(1)
    await expect(demoPage.getByText('Показан период «30 дней».')).toBeVisible()
    await expect(demoPage).toHaveURL(/\/\?by=service$/)
  })
}
