import { BusinessPage } from '../pages/business-page.ts'
import { ExplorerPage } from '../pages/explorer-page.ts'
import { StartPage } from '../pages/start-page.ts'
import { expect, test } from '../support/test.ts'

test.use({ start: '/about' })

test('what follows a command follows, even if its event changes the page before its answer is there', async ({
  ownPage,
}) => {
  const business = new BusinessPage(ownPage)
  await new StartPage(ownPage).createOrganisation()
  await business.open('units')
  await ownPage.route('**/rpc/business.addSeries', async (route) => {
    const response = await route.fetch()
    // The form stands in what the event replaces.
    await expect(ownPage.getByText('У показателя «Заказы» нет значений')).toBeVisible()
    await route.fulfill({ response })
  })
  await business.addSeries({ name: 'Заказы', unit: 'заказ', step: 'day' })
  await expect(business.tab('Показатели')).toHaveAttribute('aria-selected', 'true')
  await expect(business.cell('01.11.2026')).toBeVisible()
})

test('an answer that comes when somebody has gone on to another page leaves that page alone', async ({
  ownPage,
}) => {
  const business = new BusinessPage(ownPage)
  await new StartPage(ownPage).createOrganisation()
  await business.open('units')
  const gone = Promise.withResolvers<void>()
  await ownPage.route('**/rpc/business.addSeries', async (route) => {
    const response = await route.fetch()
    await gone.promise
    await route.fulfill({ response })
  })
  await business.addSeries({ name: 'Заказы', unit: 'заказ', step: 'day' })
  await business.shell.open('Бюджеты')
  gone.resolve()
  await expect(ownPage.getByText('Показатель добавлен')).toBeVisible()
  await expect(business.shell.heading('Бюджеты')).toBeVisible()
  expect(new URL(ownPage.url()).search).toBe('')
})

test('a view is pinned by an Enter that comes before the board is known', async ({ demoPage, demo }) => {
  const explorer = new ExplorerPage(demoPage)
  await explorer.open('?by=provider&g=month&p=m6')
  const pressed = Promise.withResolvers<void>()
  await demoPage.route('**/rpc/boards.get', async (route) => {
    await pressed.promise
    await route.continue()
  })
  await explorer.press('p')
  await demoPage.keyboard.type('Полгода')
  await explorer.press('Enter')
  pressed.resolve()
  await expect(demoPage.getByText('Вид закреплён на обзоре')).toBeVisible()
  const { items } = await demo.client.value('views.list', {})
  const made = items.find(({ name }) => name === 'Полгода')
  const { tiles } = await demo.client.value('boards.get', {})
  expect(tiles.at(-1)).toMatchObject({ viewId: made?.id, kind: 'view' })
  await demo.client.value('boards.reset', {})
  await demo.client.value('views.remove', { id: made?.id ?? '' })
})

test('an open box keeps the focus while the page behind it gets its answers', async ({ demoPage }) => {
  const explorer = new ExplorerPage(demoPage)
  const { shell } = explorer
  const opened = Promise.withResolvers<void>()
  await demoPage.route('**/rpc/explorer.getChart', async (route) => {
    await opened.promise
    await route.continue()
  })
  await shell.go('/costs?by=provider&g=month&p=m6')
  await explorer.enter(explorer.button('Добавить условие').first())
  await demoPage.keyboard.type('провайдер')
  await explorer.press('Enter')
  const field = demoPage.getByRole('dialog').getByRole('combobox', { name: 'Найти значение' })
  await expect(field).toBeFocused()
  opened.resolve()
  await shell.settled()
  await expect(explorer.rows(explorer.grid)).not.toHaveCount(0)
  await demoPage.keyboard.type('beg')
  await expect(field).toHaveValue('beg')
})
