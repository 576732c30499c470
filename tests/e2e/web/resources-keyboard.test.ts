import { ResourcesPage } from '../pages/resources-page.ts'
import { expect, test } from '../support/test.ts'

test.use({ start: '/about' })

test('arrows, Home and End move in the table; Enter opens, Alt with an arrow goes on, Escape comes back', async ({
  demoPage,
}) => {
  const resources = new ResourcesPage(demoPage)
  const keys = demoPage.keyboard
  await resources.open('table')
  await resources.shell.tabTo(resources.grid)
  const first = await resources.activeName()
  await keys.press('ArrowDown')
  const second = await resources.activeName()
  expect(second).not.toBe(first)
  await keys.press('End')
  await expect.poll(() => resources.activeName()).not.toBe(second)
  const last = resources.rows.last()
  await expect(last).toHaveAttribute('data-active', '')
  await expect(last).toBeInViewport()
  await keys.press('Home')
  expect(await resources.activeName()).toBe(first)
  await keys.press('PageDown')
  await keys.press('PageUp')
  expect(await resources.activeName()).toBe(first)

  await keys.press('Enter')
  await expect(resources.drawer).toContainText(first.trim())
  await expect(demoPage).toHaveURL(/open=\d+/)
  await resources.settled()
  await keys.press('Alt+ArrowDown')
  await expect(resources.drawer.getByRole('heading', { level: 2 })).toHaveText(second.trim())
  await keys.press('Alt+ArrowUp')
  await expect(resources.drawer.getByRole('heading', { level: 2 })).toHaveText(first.trim())
  await keys.press('Alt+ArrowDown')
  await expect(resources.drawer.getByRole('heading', { level: 2 })).toHaveText(second.trim())
  await keys.press('Escape')
  await expect(resources.drawer).toHaveCount(0)
  await expect(demoPage).not.toHaveURL(/open=/)
  await expect(resources.grid).toBeFocused()
  expect(await resources.activeName()).toBe(second)
})

test('Space selects, Shift with Space a range, Ctrl+A all that the filter keeps, Escape none', async ({
  demoPage,
}) => {
  const resources = new ResourcesPage(demoPage)
  const keys = demoPage.keyboard
  await resources.open('table')
  await resources.shell.tabTo(resources.grid)
  await keys.press('Space')
  await expect(resources.bulk).toContainText('Выбран 1 ресурс')
  for (let i = 0; i < 4; i += 1) await keys.press('ArrowDown')
  await keys.press('Shift+Space')
  await expect(resources.bulk).toContainText('Выбрано 5 ресурсов')
  await expect(resources.grid.locator('tr[aria-selected="true"]')).toHaveCount(5)
  await keys.press('Control+a')
  const total = await resources.total()
  await expect(resources.bulk).toContainText(new RegExp(`(^|\\D)${total} ресурс`))
  await keys.press('Escape')
  await expect(resources.bulk).toBeHidden()
})

test('Shift with a click selects what lies between; another filter lets the selection go', async ({
  demoPage,
}) => {
  const resources = new ResourcesPage(demoPage)
  await resources.open('table')
  await resources.rows.nth(1).getByRole('checkbox').click()
  await resources.rows
    .nth(6)
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] })
  await expect(resources.bulk).toContainText('Выбрано 6 ресурсов')
  await resources.choose('Тип', 'Сервер')
  await expect(resources.bulk).toBeHidden()
})

test('the drawer keeps the focus inside, and the page behind keeps its place', async ({ demoPage }) => {
  const resources = new ResourcesPage(demoPage)
  await resources.open('table')
  const frame = demoPage.locator('[data-scroller]')
  await frame.evaluate((el) => el.scrollTo(0, 300))
  await resources.rows.filter({ hasText: 'vps-app-01' }).click()
  await resources.settled()
  for (let i = 0; i < 40; i += 1) {
    await demoPage.keyboard.press('Tab')
    const where = await demoPage.evaluate(() => {
      const el = document.activeElement
      return el === document.body ? 'window' : el?.closest('dialog') ? 'drawer' : 'page'
    })
    expect(where).not.toBe('page')
  }
  await demoPage.keyboard.press('Escape')
  await expect(resources.drawer).toHaveCount(0)
  expect(await frame.evaluate((el) => el.scrollTop)).toBe(300)
})
