import { readFileSync } from 'node:fs'
import { startSelectelFake } from '#tests/fakes/selectel/start.ts'
import { ConnectionsPage } from '../pages/connections-page.ts'
import { DashboardPage, TOTAL } from '../pages/dashboard-page.ts'
import { Shell } from '../pages/shell.ts'
import { StartPage } from '../pages/start-page.ts'
import { expect, PHRASE, test } from '../support/cloud.ts'
import { NOW } from '../support/test.ts'

test('an accountant connects Beget with a one-time code and watches the account come in', async ({
  ownPage,
  beget,
}) => {
  beget.state.account.twoFactor = { word: 'CODE_REQUIRED_TOTP', code: '123456' }
  beget.state.account.ticks.delete('mysql')
  const page = new ConnectionsPage(ownPage)
  await new StartPage(ownPage).createOrganisation()
  await page.open()
  await page.startAdding()
  await page.choosePassphrase(PHRASE)
  await page.chooseBeget()
  await page.fillAccount(beget)

  // A wrong password: the sentence stands by it and the focus is there.
  await page.field('Пароль аккаунта').fill('wrong')
  await page.button('Проверить').click()
  await expect(
    page.dialog.getByText(/Провайдер не принял ключ или пароль.*INCORRECT_CREDENTIALS/),
  ).toBeVisible()
  await expect(page.field('Пароль аккаунта')).toBeFocused()

  await page.field('Пароль аккаунта').fill(beget.secrets.password ?? '')
  await ownPage.keyboard.press('Enter')
  await expect(page.field('Одноразовый код')).toBeFocused()
  await ownPage.keyboard.type('999999')
  await ownPage.keyboard.press('Enter')
  await expect(page.dialog.getByText(/Одноразовый код не подошёл/)).toBeVisible()
  await page.field('Одноразовый код').fill('123456')
  await ownPage.keyboard.press('Enter')

  await expect(page.dialog.getByText('ivanov, Noble')).toBeVisible()
  await expect(page.dialog.getByText('123456')).toBeVisible()
  await expect(page.dialog.locator('data', { hasText: '1 339,57 ₽' })).toHaveAttribute('value', '1339.57')
  await expect(page.dialog.getByText('Не хватает 1 права.')).toBeVisible()
  await expect(page.dialog.getByRole('listitem').filter({ hasText: 'нет права' })).toContainText(
    'галочку «Управление MySQL»',
  )
  await page.button('Далее').click()

  await expect(page.field('Название')).toBeFocused()
  await page.field('Название').fill('Beget, прод')
  await page.dialog.getByRole('radio', { name: 'По расписанию' }).check({ force: true })
  await expect(page.dialog.getByText('23.11.2026, 09:00')).toBeVisible()
  await page.field('Расписание (cron)').fill('0 25 * * *')
  await expect(page.dialog.getByText('Расписание «0 25 * * *» не разобрать.')).toBeVisible()
  await page.button('Каждый день в 9:00').click()
  await expect(page.dialog.getByText('21.11.2026, 09:00')).toBeVisible()
  await page.button('Сохранить подключение').click()
  await expect(page.dialog.getByText('Подключение «Beget, прод» добавлено')).toBeVisible()
  expect(beget.tokensMade()).toBe(1)

  // The first synchronisation is seen from another page while one part of the account takes its time.
  beget.fault('GET /v1/vps/snapshot', { kind: 'delay', ms: 3_000 })
  await page.button('Синхронизировать сейчас').click()
  await expect(page.card('Beget, прод').getByText('Проверяется')).toBeVisible()
  await new Shell(ownPage).open('Обзор')
  await expect(page.running).toContainText('Beget, прод')
  await page.running.click()
  const progress = page.dialog.getByRole('progressbar', { name: 'Ход синхронизации: Beget, прод' })
  await expect(progress).toBeVisible()
  await expect(page.toast('Beget, прод: данные обновлены не полностью')).toBeVisible()
  await expect(page.running).toHaveCount(0)

  await page.open()
  const card = page.card('Beget, прод')
  await expect(card.getByText('Работает', { exact: true })).toBeVisible()
  await expect(card.locator('data').first()).toHaveAttribute('value', /^\d+\.\d{1,15}$/)
  await expect(card).toContainText('mysql/getList: данных пока нет')
  await expect(card).toContainText(/хватит на \d+ д/)
  await expect(card).toContainText('Каждый день в 09:00')
  await card.getByRole('button', { name: 'Информация об аккаунте' }).click()
  await expect(card.getByRole('progressbar', { name: 'Сайты' })).toHaveAttribute('aria-valuetext', '4 из 10')
  await expect(card).toContainText('gagarin7.beget.com')
})

test('a running synchronisation is stopped from another page and leaves nothing half written', async ({
  office,
  beget,
  connected,
}) => {
  const page = new ConnectionsPage(office.page)
  beget.fault('GET /v1/vps/server/list', { kind: 'delay', ms: 10_000 })
  await office.client.value('sync.start', { connectionIds: [connected.id] })
  await new Shell(office.page).open('Бюджеты')
  await page.running.click()
  await page.button(`Остановить синхронизацию: ${connected.name}`).click()
  await expect(page.toast('Beget, прод: синхронизация остановлена')).toBeVisible()
  await expect(page.running).toHaveCount(0)
  await page.open()
  await expect(page.card(connected.name).getByText('Ещё не синхронизировалось')).toBeVisible()
  await page.menu(connected.name, 'История синхронизаций')
  await expect(page.dialog.getByRole('row').nth(1)).toContainText('Остановлена')
  expect((await office.client.value('app.getAbout', {})).counts.resources).toBe(0)
})

test('the form of a connection shows no secret, and one left blank is kept', async ({
  office,
  beget,
  connected,
}) => {
  const page = new ConnectionsPage(office.page)
  await page.menu(connected.name, 'Изменить')
  await expect(page.field('Логин')).toHaveValue('ivanov')
  await expect(page.field('Пароль аккаунта')).toHaveValue('')
  await expect(page.dialog.getByText('Сохранён. Оставьте пустым, чтобы не менять.').first()).toBeVisible()
  expect(await office.page.content()).not.toContain(beget.secrets.password)

  await page.button('Проверить').click()
  await expect(page.dialog.getByText('ivanov, Noble')).toBeVisible()
  await page.field('Название').fill('Beget, новый')
  await page.button('Сохранить').click()
  await expect(page.toast('Beget, новый: изменения сохранены')).toBeVisible()
  await expect(page.card('Beget, новый')).toBeVisible()

  beget.state.account.password = 'not-a-real-new-password'
  await page.menu('Beget, новый', 'Изменить')
  await page.field('Пароль аккаунта').fill('not-a-real-new-password')
  await page.button('Сохранить').click()
  await expect(page.dialog).toHaveCount(0)
  await page.card('Beget, новый').getByRole('button', { name: 'Синхронизировать: Beget, новый' }).click()
  await expect(page.toast('Beget, новый: данные обновлены')).toBeVisible()
})

test('what was typed is not lost by a stray Escape', async ({ office, beget }) => {
  const page = new ConnectionsPage(office.page)
  await page.startAdding()
  await page.chooseBeget()
  await page.field('Пароль аккаунта').fill(beget.secrets.password ?? '')
  await office.page.keyboard.press('Escape')
  await expect(page.button('Остаться')).toBeFocused()
  await office.page.keyboard.press('Enter')
  await expect(page.field('Пароль аккаунта')).toHaveValue(beget.secrets.password ?? '')
  await page.button('Закрыть').first().click()
  await page.dialog.getByRole('alert').getByRole('button', { name: 'Закрыть' }).click()
  await expect(page.dialog).toHaveCount(0)
})

test('an account that is connected already leads to its connection instead of a second one', async ({
  office,
  beget,
  connected,
}) => {
  const page = new ConnectionsPage(office.page)
  await page.startAdding()
  await page.chooseBeget()
  await page.fillAccount(beget)
  await page.button('Проверить').click()
  await expect(page.dialog.getByText(/Этот аккаунт уже подключён: «Beget, прод»/)).toBeVisible()
  await expect(page.button('Далее')).toHaveCount(0)
  await page.button(`Изменить «${connected.name}»`).click()
  await expect(page.dialog.getByRole('heading', { name: 'Подключение «Beget, прод»' })).toBeVisible()
})

test('a connection is removed with its history kept, and comes back to it', async ({
  office,
  beget,
  connected,
}) => {
  const page = new ConnectionsPage(office.page)
  await page
    .card(connected.name)
    .getByRole('button', { name: /^Синхронизировать/ })
    .click()
  await expect(page.toast('Beget, прод: данные обновлены')).toBeVisible()
  const { counts: before } = await office.client.value('app.getAbout', {})
  expect(before.resources).toBeGreaterThan(10)

  await page.menu(connected.name, 'Удалить')
  await expect(page.button('Отмена')).toBeFocused()
  await page.button('Удалить, историю оставить').click()
  await expect(page.toast('Beget, прод: подключение в архиве')).toBeVisible()
  await expect(office.page.getByText('Подключите первое облако')).toBeVisible()
  expect((await office.client.value('app.getAbout', {})).counts).toMatchObject({
    resources: before.resources,
    costLines: before.costLines,
  })

  await office.page.getByRole('checkbox', { name: 'Показать архив' }).check()
  await page.card(connected.name).getByRole('button', { name: 'Подключить заново' }).click()
  await page.fillAccount(beget)
  await page.button('Проверить').click()
  await expect(page.dialog.getByText(/История этого аккаунта есть в архиве/)).toBeVisible()
  await page.button('Далее').click()
  await expect(page.field('Название')).toHaveValue('Beget, прод')
  await page.button('Сохранить подключение').click()
  await page.button('Позже').click()
  await expect(page.card(connected.name).getByText('Работает', { exact: true })).toBeVisible()
  const { items } = await office.client.value('connections.list', { hasArchived: true })
  expect(items.map(({ id }) => id)).toEqual([connected.id])
})

test('a connection is erased only when its name was typed, and with everything it brought', async ({
  office,
  connected,
}) => {
  const page = new ConnectionsPage(office.page)
  await page
    .card(connected.name)
    .getByRole('button', { name: /^Синхронизировать/ })
    .click()
  await expect(page.toast('Beget, прод: данные обновлены')).toBeVisible()
  await page.menu(connected.name, 'Удалить')
  await page.dialog.getByRole('radio', { name: /^Стереть всё/ }).check()
  await page.button('Стереть всё').click()
  await expect(page.field('Чтобы стереть, введите название подключения')).toBeFocused()
  await expect(page.dialog.getByText('Название не совпадает: «Beget, прод».')).toBeVisible()
  await page.field('Чтобы стереть, введите название подключения').fill('Beget, прод')
  await office.page.keyboard.press('Enter')
  await expect(page.toast(/история стирается/)).toBeVisible()
  await expect(page.card(connected.name)).toHaveCount(0)
  await new Shell(office.page).open('Обзор')
  await expect(office.page.getByText('В этой организации ещё нет данных о расходах')).toBeVisible()
  expect((await office.client.value('app.getAbout', {})).counts).toMatchObject({
    connections: 0,
    resources: 0,
    costLines: 0,
  })
})

test('a pause takes a connection out of the round, and a closed vault is asked for when it is needed', async ({
  office,
  connected,
}) => {
  const page = new ConnectionsPage(office.page)
  await page.menu(connected.name, 'Поставить на паузу')
  await expect(page.card(connected.name).getByText('На паузе', { exact: true })).toBeVisible()
  await office.page.getByRole('button', { name: 'Синхронизировать все' }).click()
  await expect(page.toast(/^Синхронизировать нечего/)).toBeVisible()
  await page.menu(connected.name, 'Снять с паузы')
  await expect(page.card(connected.name).getByText('Новое', { exact: true })).toBeVisible()

  await office.client.value('vault.lock', {})
  await page.menu(connected.name, 'Удалить')
  await page.button('Удалить, историю оставить').click()
  await page.dialog.getByLabel('Парольная фраза', { exact: true }).fill(PHRASE)
  await office.page.keyboard.press('Enter')
  await expect(page.toast('Beget, прод: подключение в архиве')).toBeVisible()
})

test('Selectel is connected with three fields, and every rouble of its bill stands on the overview', async ({
  office,
}) => {
  const selectel = await startSelectelFake({ nowMs: () => Date.parse(NOW), daysOld: 40 })
  try {
    const page = new ConnectionsPage(office.page)
    const { settings, secrets } = selectel
    await page.startAdding()
    await page.button(/^Selectel/).click()
    await page.field('Статический токен (X-Token)').fill(secrets.token ?? '')
    await page.field('Имя сервисного пользователя (необязательно)').fill(settings.user ?? '')
    await page.field('Пароль сервисного пользователя (необязательно)').fill(secrets.password ?? '')
    await page.button('Дополнительные настройки').click()
    await page.field('Адрес сервиса авторизации (необязательно)').fill(settings.identityUrl ?? '')
    await page.field('Адрес API (необязательно)').fill(settings.apiUrl ?? '')
    await page.field('Шаблон адреса сервисов пула (необязательно)').fill(settings.poolTemplate ?? '')
    await page.button('Проверить').click()
    await expect(page.dialog.getByText('Прав хватает на всё.')).toBeVisible()
    await page.button('Далее').click()
    await page.field('Название').fill('Selectel, прод')
    await page.button('Сохранить подключение').click()
    await page.button('Синхронизировать сейчас').click()
    await expect(page.toast('Selectel, прод: данные обновлены')).toBeVisible({ timeout: 30_000 })
    const daily = await page.card('Selectel, прод').locator('data').first().getAttribute('value')
    const { items } = await office.client.value('connections.list', {})
    expect(daily).toBe(items[0]?.dailyCost?.amount)
    expect(items[0]?.dataThrough).toBe('2026-11-20')
    await new Shell(office.page).open('Обзор')
    await expect(new DashboardPage(office.page).kpi(TOTAL).locator('data').first()).toHaveText(/[1-9]/)
  } finally {
    await selectel.close()
  }
})

test('the list of connections is saved as a workbook and as a table', async ({ office, connected }) => {
  const page = new ConnectionsPage(office.page)
  await expect(page.card(connected.name)).toBeVisible()
  for (const [item, name, head] of [
    ['Таблица Excel (XLSX)', /\.xlsx$/, 'PK'],
    ['Таблица CSV', /\.csv$/, '\u00ef\u00bb\u00bf'],
  ] as const) {
    const download = office.page.waitForEvent('download')
    await office.page.getByRole('button', { name: 'Экспорт' }).click()
    await office.page.getByRole('menuitem', { name: item }).click()
    const file = await download
    expect(file.suggestedFilename()).toMatch(name)
    const path = test.info().outputPath(file.suggestedFilename())
    await file.saveAs(path)
    const bytes = readFileSync(path)
    expect(bytes.toString('latin1').startsWith(head)).toBe(true)
    if (head !== 'PK') expect(bytes.toString('utf8')).toContain(connected.name)
  }
})

test('wrong keys are mended from the card, and a closed vault is opened before the next synchronisation', async ({
  office,
  beget,
  connected,
}) => {
  const page = new ConnectionsPage(office.page)
  const card = page.card(connected.name)
  beget.state.account.password = 'not-a-real-new-password'
  await card.getByRole('button', { name: /^Синхронизировать/ }).click()
  await expect(page.toast('Beget, прод: синхронизация не удалась')).toBeVisible()
  await expect(card).toContainText('INCORRECT_CREDENTIALS')
  await expect(card.getByText('Ошибка', { exact: true })).toBeVisible()
  await card.getByRole('button', { name: 'Ввести заново' }).click()
  await page.field('Пароль аккаунта').fill('not-a-real-new-password')
  await office.page.keyboard.press('Enter')
  await expect(page.toast('Beget, прод: изменения сохранены')).toBeVisible()
  await expect(card.getByText('Новое', { exact: true })).toBeVisible()

  await office.client.value('vault.lock', {})
  await expect(office.page.getByRole('complementary', { name: 'Хранилище ключей' })).toBeVisible()
  await card.getByRole('button', { name: /^Синхронизировать/ }).click()
  await page.dialog.getByLabel('Парольная фраза', { exact: true }).fill(PHRASE)
  await office.page.keyboard.press('Enter')
  await expect(page.toast('Beget, прод: данные обновлены')).toBeVisible()
})
