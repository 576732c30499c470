import { kopecks } from '../pages/dashboard-page.ts'
import { ResourcesPage } from '../pages/resources-page.ts'
import { expect, test } from '../support/seeded.ts'
import { enterAs } from '../support/test.ts'

test.use({ start: '/about' })

test('each tab tells its part, and the days add up to what the list says was spent', async ({ demoPage }) => {
  const resources = new ResourcesPage(demoPage)
  await resources.open('table')
  const row = resources.rows.filter({ hasText: 'api-backend-prod-01' })
  const spent = kopecks(await row.locator('td[data-align="end"] data').nth(2).innerText())
  await row.click()
  await resources.settled()
  const { drawer } = resources
  await expect(drawer.getByRole('heading', { name: 'Свойства' })).toBeVisible()
  await resources.tab('Стоимость')
  await expect(drawer.getByRole('application', { name: /по дням/ }).locator('canvas')).toBeVisible()
  const byDay = drawer.getByRole('region', { name: 'По дням' })
  expect(kopecks(await byDay.locator('b').innerText())).toBe(spent)
  const lines = drawer.getByRole('region', { name: 'За что списано' })
  const amounts = await lines.locator('tbody td:last-child data').allInnerTexts()
  expect(amounts.map(kopecks).reduce((a, b) => a + b, 0n)).toBe(spent)
  await resources.tab('Загрузка')
  await expect(
    drawer.getByRole('application', { name: /^Процессор: в среднем/ }).locator('canvas'),
  ).toBeVisible()
  await expect(drawer.getByText(/(низкая|обычная|высокая) загрузка/).first()).toBeVisible()
  await resources.tab('Теги')
  await expect(drawer.getByRole('table')).toContainText('Провайдер')
  await resources.tab('Изменения')
  await expect(drawer).toContainText('Появился')
  await resources.tab('Рекомендации')
  await expect(drawer.getByRole('link', { name: 'Открыть в рекомендациях' })).toBeVisible()
  await resources.tab('Исходные данные')
  await expect(drawer).not.toContainText(/undefined|NaN|\[object|\{\w+\}/)
})

test('a link opens the drawer by itself, on its tab; back on the list it is closed', async ({ demoPage }) => {
  const resources = new ResourcesPage(demoPage)
  await resources.open('table')
  await resources.rows.first().click()
  await resources.tab('Стоимость')
  const address = demoPage.url()
  expect(address).toMatch(/open=\d+&tab=cost/)
  await demoPage.goto(address)
  await expect(resources.drawer.getByRole('tab', { name: 'Стоимость' })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await resources.drawer.getByRole('button', { name: 'Закрыть' }).click()
  await expect(demoPage).not.toHaveURL(/open=|tab=/)
})

test('tags, an owner and a note said here are kept, say who said them, and can be taken back', async ({
  context,
  seed,
}) => {
  const { host, client } = await seed({ resources: { count: 12, clouds: 1 } })
  await enterAs(context, host, client)
  const page = await context.newPage()
  await page.goto(host.origin)
  const resources = new ResourcesPage(page)
  await resources.open('table', 'sort=name')

  await resources.rows.nth(0).getByRole('checkbox').click()
  await resources.rows.nth(1).getByRole('checkbox').click()
  await resources.bulk.getByRole('button', { name: 'Теги' }).click()
  const dialog = page.getByRole('dialog', { name: 'Теги выбранных ресурсов' })
  await dialog.getByLabel('Тег', { exact: true }).fill('cost-center')
  await dialog.getByLabel('Значение', { exact: true }).fill('CC-42')
  await dialog.getByRole('button', { name: 'Применить к 2 ресурсам' }).click()
  await expect(page.getByText('Изменены 2 ресурса')).toBeVisible()
  await resources.bulk.getByRole('button', { name: 'Владелец и проект' }).click()
  const fields = page.getByRole('dialog', { name: 'Владелец и проект выбранных ресурсов' })
  await fields.getByLabel('Владелец: что сделать').selectOption({ label: 'Указать' })
  await fields.getByPlaceholder('Владелец').fill('Отдел продаж')
  await fields.getByRole('button', { name: 'Применить к 2 ресурсам' }).click()
  await expect(fields).toHaveCount(0)
  await resources.bulk.getByRole('button', { name: 'Заметка' }).click()
  await page.getByLabel('Заметка', { exact: true }).fill('Спросить про договор')
  await page.getByRole('button', { name: 'Применить к 2 ресурсам' }).click()
  await expect(page.getByRole('dialog', { name: 'Заметка к выбранным ресурсам' })).toHaveCount(0)

  await page.reload()
  await resources.rows.nth(1).click()
  const { drawer } = resources
  await expect(drawer).toContainText(/Отдел продаж.*указал\(а\) Мария Белова.*у провайдера: —/)
  await expect(drawer).toContainText('Спросить про договор')
  await drawer.getByRole('button', { name: 'Владелец: вернуть значение провайдера' }).click()
  await expect(drawer).not.toContainText('Отдел продаж')
  await drawer.getByRole('button', { name: 'Проект: изменить' }).click()
  await page.keyboard.press('Escape')
  await expect(drawer.getByLabel('Проект', { exact: true })).toHaveCount(0)
  await drawer.getByRole('button', { name: 'Проект: изменить' }).click()
  await drawer.getByLabel('Проект', { exact: true }).fill('Склад')
  await page.keyboard.press('Enter')
  await expect(drawer).toContainText(/Склад.*у провайдера: shop/)
  await drawer.getByRole('button', { name: 'Удалить заметку' }).click()
  await expect(drawer).toContainText('Заметок нет')
  await resources.tab('Теги')
  await expect(drawer.getByRole('row', { name: /cost-center/ })).toContainText('Мария Белова')
  await drawer.getByRole('button', { name: 'Убрать тег cost-center' }).click()
  await expect(drawer.getByRole('row', { name: /cost-center/ })).toHaveCount(0)
})

test('a filter is saved under a name, found again, applied and taken away', async ({ context, seed }) => {
  const { host, client } = await seed({ resources: { count: 20, clouds: 2 } })
  await enterAs(context, host, client)
  const page = await context.newPage()
  await page.goto(host.origin)
  const resources = new ResourcesPage(page)
  await resources.open('table')
  await resources.choose('Тип', 'Диск')
  const found = await resources.total()
  await page.getByRole('button', { name: 'Отборы' }).click()
  await page.getByLabel('Название отбора').fill('Все диски')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Отбор «Все диски» сохранён')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Сбросить отбор' }).click()
  await expect.poll(() => resources.total()).toBe(20)
  await page.getByRole('button', { name: 'Отборы' }).click()
  await page.getByRole('button', { name: 'Все диски', exact: true }).click()
  await expect.poll(() => resources.total()).toBe(found)
  await page.getByRole('button', { name: 'Все диски' }).click()
  await page.getByRole('button', { name: 'Удалить отбор «Все диски»' }).click()
  await expect(page.getByText('Сохранённых отборов пока нет.')).toBeVisible()
})
