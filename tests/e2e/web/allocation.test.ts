import type { Page } from '@playwright/test'
import { connectWebClient, startWebHost, type WebClient, type WebHost } from '#tests/support/web-host.ts'
import { AllocationPage } from '../pages/allocation-page.ts'
import { problemsOf } from '../support/axe.ts'
import { test as base, enterAs, expect, NOW, watch } from '../support/test.ts'

type Company = { host: WebHost; client: WebClient }

/** The demo company in a store of this file's own, as tests write tags and trees into it. */
const test = base.extend<{ page: Page }, { company: Company }>({
  company: [
    async ({ browserName: _browserName }, use) => {
      const host = await startWebHost({ now: NOW })
      const client = await connectWebClient(host)
      await client.value('people.startDemo', {})
      await use({ host, client })
      await host.stop()
    },
    { scope: 'worker' },
  ],
  page: async ({ company, context }, use) => {
    await enterAs(context, company.host, company.client)
    const page = await context.newPage()
    const settle = watch(page, company.host.origin)
    await page.goto(company.host.origin)
    await use(page)
    settle()
  },
})

test('a rule is written by keys while the coverage rises, and percents that do not add up are not saved', async ({
  page,
}) => {
  const allocation = new AllocationPage(page)
  const { shell, preview, rules } = allocation
  await allocation.open('?tag=new')
  await page.getByLabel('Название').fill('Команды')
  expect(await allocation.covered()).toBe(0)

  await shell.tabTo(rules.getByRole('button', { name: 'Добавить правило' }))
  await page.keyboard.press('Enter')
  await allocation.addCondition('ресурс', 'prod')
  await shell.tabTo(page.getByLabel('Значение', { exact: true }))
  await page.keyboard.type('Витрина')
  await expect(preview.getByRole('row', { name: /^Витрина/ })).toBeVisible()
  const covered = await allocation.covered()
  expect(covered).toBeGreaterThan(0)
  await expect(rules.getByRole('button', { name: /^1 Ресурс содержит «prod»/ })).toBeVisible()

  await page.getByLabel('Что сделать').selectOption({ label: 'Разделить по процентам' })
  await page.getByLabel('Значение 1', { exact: true }).fill('Витрина')
  await page.getByLabel('Процент, значение 1').fill('60')
  await page.getByLabel('Значение 2', { exact: true }).fill('Склад')
  await page.getByLabel('Процент, значение 2').fill('28')
  await expect(rules.getByText('осталось 12 %', { exact: true })).toBeVisible()
  await expect(rules.getByText('Проценты не дают 100: осталось 12 %.')).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Сохранить нельзя: правило с ошибкой — 1')).toBeVisible()
  expect(await problemsOf(page)).toEqual([])

  await page.getByRole('navigation').getByRole('link', { name: 'Ресурсы' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Остаться' }).click()
  await page.getByLabel('Процент, значение 2').fill('40')
  await expect(preview.getByRole('row', { name: /^Склад/ })).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Правила тега «Команды» сохранены')).toBeVisible()
  await expect(page).toHaveURL(/tag=[\w-]{8,}/)

  await preview
    .getByRole('button', { name: /^Сделать правило для/ })
    .first()
    .click()
  await expect(rules.getByText('Укажите, на какое значение отнести затраты.')).toBeVisible()
  await page.getByLabel(/^Переместить правило 2/).press('Alt+ArrowUp')
  await expect(page.getByText('Правило теперь 1-е из 2')).toBeAttached()
  await rules.getByRole('button', { name: 'Вернуть как было' }).click()
  await rules.getByRole('button', { name: 'Вернуть как было' }).click()
  await expect(page.getByText('Есть несохранённые изменения')).toHaveCount(0)
})

test('a tree takes a pasted list, refuses to be a part of itself, and its report comes to the costs of the explorer', async ({
  page,
  company: { client },
}) => {
  const copy = (dimension: string) => ({ id: dimension, where: [], outcome: { kind: 'copy', dimension } })
  await client.value('allocation.addTag', {
    name: 'Отдел',
    kind: 'department',
    rules: [copy('tag:team')],
  } as never)
  await page.emulateMedia({ colorScheme: 'dark' })
  const allocation = new AllocationPage(page)
  await allocation.open('?tab=hierarchies')
  await allocation.button('Новая иерархия').click()
  await page.getByRole('dialog').getByLabel('Из чего собирать').selectOption({ label: 'Отдел' })
  await page.getByRole('dialog').getByRole('button', { name: 'Создать' }).click()
  await allocation.button('Вставить список').click()
  await page.getByLabel('Строки').fill('Холдинг\tТехнологии\tbackend\n\t\tdba\n\tРозница\tfrontend')
  await page.getByRole('dialog').getByRole('button', { name: 'Вставить 6 узлов' }).click()
  await expect(page.getByRole('treeitem')).toHaveCount(6)
  await allocation.button('Расставить по совпадению имён').click()
  await expect(page.getByText('Расставлено 3 значения')).toBeVisible()

  await allocation.node('Холдинг').click()
  await allocation.button('Подчинить другому узлу…').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Родитель').selectOption({ label: '\u2003Розница' })
  await expect(dialog.getByText('«Холдинг» не может входить в состав самого себя.')).toBeVisible()
  expect(await problemsOf(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Отмена' }).click()
  await allocation.node('Розница').click()
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(allocation.node('Розница')).toHaveAttribute('aria-level', '1')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Иерархия «Структура компании» сохранена')).toBeVisible()

  await allocation.button('Ещё').click()
  await page.getByRole('menuitem', { name: 'Отчёт по затратам' }).click()
  await allocation.shell.settled()
  const grid = page.getByRole('grid', { name: 'Затраты: Структура компании' })
  await grid.press('Enter')
  await expect(grid.getByRole('row', { name: /backend/ })).toHaveCount(0)
  const foot = grid.getByRole('row', { name: /^Итого/ })
  const total = await foot.getByRole('gridcell').nth(3).innerText()
  expect(await problemsOf(page)).toEqual([])
  await page.getByRole('radio', { name: 'К перевыставлению' }).check()
  await allocation.shell.settled()
  await expect(foot).toContainText(total)
  await expect(grid.getByRole('row', { name: /^Не распределено/ })).toHaveCount(0)

  await allocation.shell.go('/costs?p=2026-10-21..2026-11-19')
  await expect(page.getByRole('main')).toContainText(total)
})

test('suggestions are accepted from a confidence on, and the coverage rises', async ({
  page,
  company: { client },
}) => {
  const { id } = await client.value('allocation.addTag', {
    name: 'Контур',
    kind: 'environment',
    rules: [{ id: 'r', where: [], outcome: { kind: 'copy', dimension: 'environment' } }],
  } as never)
  const allocation = new AllocationPage(page)
  await allocation.open(`?tab=suggestions&tag=${id}`)
  const before = await page
    .getByText(/осталось \d+ ресурс/)
    .first()
    .innerText()
  const slider = page.getByRole('slider', { name: /^Отметить всё с уверенностью от/ })
  const table = page.getByRole('table', { name: 'Предложения правил для тега «Контур»' })
  const ticked = table.getByRole('row').getByRole('checkbox', { name: /^Отметить:/, checked: true })
  await slider.press('End')
  await expect(allocation.button('Принять отмеченные')).toBeDisabled()
  await slider.press('Home')
  const all = await table.getByRole('checkbox', { name: /^Отметить:/ }).count()
  expect(all).toBeGreaterThan(1)
  await expect(ticked).toHaveCount(all)
  await allocation.shell.settled()
  await expect(page.getByText('После принятия отмеченных')).toBeVisible()
  expect(await problemsOf(page)).toEqual([])
  // One is put away for good, what is left becomes rules.
  const last = table.getByRole('button', { name: /^Отклонить:/ }).last()
  const name = (await last.getAttribute('aria-label')) ?? ''
  await last.click()
  await expect(table.getByRole('button', { name, exact: true })).toHaveCount(0)
  await allocation.shell.settled()
  const rules = 1 + (await table.getByRole('checkbox', { name: /^Отметить:/ }).count())
  await allocation.button(/^Принять \d/).click()
  await expect(page.getByText(/^Принято \d/)).toBeVisible()
  await allocation.open(`?tag=${id}`)
  await expect(allocation.rules.getByRole('button', { name: /^\d+ / })).toHaveCount(rules)
  await expect(allocation.preview.getByText(before)).toHaveCount(0)
})
