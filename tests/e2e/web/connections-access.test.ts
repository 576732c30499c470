import { join } from 'node:path'
import Database from 'better-sqlite3'
import { connectWebClient, startWebHost } from '#tests/support/web-host.ts'
import { ConnectionsPage } from '../pages/connections-page.ts'
import { Shell } from '../pages/shell.ts'
import { PASSWORD } from '../pages/start-page.ts'
import { problemsOf } from '../support/axe.ts'
import { expect, PHRASE, test } from '../support/cloud.ts'
import { enterAs, NOW } from '../support/test.ts'

test.use({ start: '/about' })

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme} theme`, () => {
    // Without motion: half-way through a fade every colour is another.
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } })

    test('axe finds nothing on the page without connections, nor in the form of a new one', async ({
      office,
    }) => {
      const page = new ConnectionsPage(office.page)
      await expect(office.page.getByText('Подключите первое облако')).toBeVisible()
      expect(await problemsOf(office.page)).toEqual([])
      await page.startAdding()
      await expect(page.button(/^Beget/)).toBeVisible()
      expect(await problemsOf(office.page)).toEqual([])
      await page.chooseBeget()
      await page.button('Проверить').click()
      await expect(page.dialog.getByText('Заполните это поле.').first()).toBeVisible()
      expect(await problemsOf(office.page)).toEqual([])
    })

    test('axe finds nothing in the test of a new connection and in what follows it', async ({
      office,
      beget,
    }) => {
      const page = new ConnectionsPage(office.page)
      await page.startAdding()
      await page.chooseBeget()
      await page.fillAccount(beget)
      await page.button('Проверить').click()
      await expect(page.button('Далее')).toBeVisible()
      expect(await problemsOf(office.page)).toEqual([])
      await page.button('Далее').click()
      await page.dialog.getByRole('radio', { name: 'По расписанию' }).check({ force: true })
      await page.dialog.getByRole('checkbox', { name: 'Тихие часы' }).check()
      await expect(page.dialog.getByText('23.11.2026, 09:00')).toBeVisible()
      expect(await problemsOf(office.page)).toEqual([])
      await page.button('Сохранить подключение').click()
      await expect(page.button('Позже')).toBeVisible()
      expect(await problemsOf(office.page)).toEqual([])
    })

    test('axe finds nothing on a card in full, while it runs, and in its dialogs', async ({
      office,
      beget,
      connected,
    }) => {
      const page = new ConnectionsPage(office.page)
      beget.state.account.ticks.delete('mysql')
      const card = page.card(connected.name)
      await card.getByRole('button', { name: /^Синхронизировать/ }).click()
      await expect(card.getByText('Работает', { exact: true })).toBeVisible()
      await card.getByRole('button', { name: 'Информация об аккаунте' }).click()
      beget.fault('GET /v1/vps/server/list', { kind: 'delay', ms: 10_000 })
      await card.getByRole('button', { name: /^Синхронизировать/ }).click()
      await page.running.click()
      await expect(page.button(/^Остановить/)).toBeVisible()
      expect(await problemsOf(office.page)).toEqual([])
      await page.button(/^Остановить/).click()
      await expect(page.running).toHaveCount(0)
      for (const item of ['История синхронизаций', 'Изменить', 'Удалить']) {
        await page.menu(connected.name, item)
        await expect(page.dialog.getByRole('heading').first()).toBeVisible()
        await expect(page.dialog.locator('[aria-busy="true"]')).toHaveCount(0)
        expect(await problemsOf(office.page), item).toEqual([])
        await office.page.keyboard.press('Escape')
        await expect(page.dialog).toHaveCount(0)
      }
    })
  })
}

test('a cloud is connected without a mouse, and the focus comes back to where it was', async ({
  office,
  beget,
}) => {
  const { keyboard } = office.page
  const page = new ConnectionsPage(office.page)
  const shell = new Shell(office.page)
  await shell.tabTo(office.page.getByRole('button', { name: 'Добавить подключение' }))
  await keyboard.press('Enter')
  await expect(page.button(/^Beget/)).toBeFocused()
  await keyboard.press('Enter')
  await expect(page.field('Логин')).toBeFocused()
  // Enter on an empty form asks nobody: it leads to the first field that is missing.
  await shell.tabTo(page.field('Пароль аккаунта'))
  await keyboard.press('Enter')
  await expect(page.dialog.getByText('Заполните это поле.')).toHaveCount(2)
  await expect(page.field('Логин')).toBeFocused()
  await keyboard.type('ivanov')
  await shell.tabTo(page.field('Пароль аккаунта'))
  await keyboard.type(beget.secrets.password ?? '')
  await shell.tabTo(page.button('Дополнительные настройки'))
  await keyboard.press('Space')
  await shell.tabTo(page.field('Адрес API (необязательно)'))
  await keyboard.press('Control+a')
  await keyboard.type('api.beget.example')
  await keyboard.press('Enter')
  await expect(page.field('Адрес API (необязательно)')).toBeFocused()
  await expect(page.dialog.getByText('Нужен адрес, который начинается с https://.')).toBeVisible()
  await keyboard.press('Control+a')
  await keyboard.type(beget.origin)
  await keyboard.press('Enter')
  await expect(page.button('Далее')).toBeFocused()
  await keyboard.press('Enter')
  await expect(page.field('Название')).toBeFocused()
  await keyboard.press('Control+a')
  await keyboard.type('Beget с клавиатуры')
  await keyboard.press('Enter')
  await expect(page.button('Синхронизировать сейчас')).toBeFocused()
  await keyboard.press('Escape')
  await expect(page.dialog).toHaveCount(0)
  await expect(page.card('Beget с клавиатуры')).toBeVisible()

  const menu = office.page.getByRole('button', { name: 'Действия: Beget с клавиатуры' })
  await shell.tabTo(menu)
  await keyboard.press('Enter')
  await keyboard.press('End')
  await keyboard.press('Enter')
  await expect(page.button('Отмена')).toBeFocused()
  await keyboard.press('Escape')
  await expect(menu).toBeFocused()
})

test('in the demo company each wish is answered with why and where it can come true', async ({
  demoPage,
}) => {
  const page = new ConnectionsPage(demoPage)
  await page.open()
  await expect(page.card('Selectel BU-A (prod)').getByText('Работает', { exact: true })).toBeVisible()
  await page.menu('Selectel BU-A (prod)', 'Удалить')
  await expect(page.dialog.getByRole('heading')).toHaveText('В демо-компании подключения вымышлены')
  await page.button('Закрыть').first().click()
  await demoPage.getByRole('button', { name: 'Добавить подключение' }).click()
  await expect(page.button('Создать организацию')).toBeFocused()
})

test('whoever may only look sees every figure and no button that would be refused', async ({
  context,
  beget,
}) => {
  const dataFolder = test.info().outputPath('data')
  const first = await startWebHost({ now: NOW, dataFolder })
  const owner = await connectWebClient(first)
  const { settings, secrets } = beget
  await owner.value('people.addWorkspace', {
    workspaceName: 'ООО «Вектор»',
    userName: 'Мария Белова',
    password: PASSWORD,
    currency: 'RUB',
    timeZone: 'Europe/Moscow',
  })
  await owner.value('vault.update', { kind: 'passphrase', passphrase: PHRASE })
  await owner.value('connections.add', { provider: 'beget', name: 'Beget', settings, secrets })
  await first.stop()
  // Roles are given nowhere yet: the store is told.
  const database = new Database(join(dataFolder, 'infrazen.sqlite'))
  database.exec(`update memberships set role = 'viewer'`)
  database.close()

  const host = await startWebHost({ now: NOW, dataFolder })
  try {
    const client = await connectWebClient(host)
    const { profiles } = await client.value('app.getState', {})
    const { userId = '', workspaceId = '' } = profiles[0] ?? {}
    await client.value('people.signIn', { userId, workspaceId, password: PASSWORD })
    await enterAs(context, host, client)
    const view = await context.newPage()
    await view.goto(`${host.origin}/connections?add=1`)
    const page = new ConnectionsPage(view)
    await expect(page.card('Beget').getByText('Новое', { exact: true })).toBeVisible()
    await expect(view.getByText(/^У вас права наблюдателя/)).toBeVisible()
    await expect(page.dialog).toHaveCount(0)
    await expect(view.getByRole('main').getByRole('button')).toHaveText([
      'Экспорт',
      '',
      'Информация об аккаунте',
    ])
    await view.getByRole('button', { name: 'Действия: Beget' }).click()
    await expect(view.getByRole('menuitem')).toHaveText(['История синхронизаций'])
  } finally {
    await host.stop()
  }
})
