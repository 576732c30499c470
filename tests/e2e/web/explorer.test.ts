import { readFileSync } from 'node:fs'
import { formatDecimal, parseDecimal } from '#shared/lib/decimal.ts'
import { ExplorerPage } from '../pages/explorer-page.ts'
import { expect, test } from '../support/test.ts'

const sum = (amounts: readonly string[]): string =>
  formatDecimal(amounts.reduce((all, amount) => all + (parseDecimal(amount.replace(',', '.')) ?? 0n), 0n))

test('an analyst asks why costs rose, reads the lines, copies them and pins the view, by keys alone', async ({
  demoPage,
  demo,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const explorer = new ExplorerPage(demoPage)
  const { press, shell } = { press: explorer.press.bind(explorer), shell: explorer.shell }
  await expect(shell.heading('Обзор')).toBeVisible()
  await press('Alt+2')
  await expect(shell.heading('Затраты')).toBeVisible()
  await shell.settled()

  // Three months by department, which half of the resources have no tag for.
  await explorer.enter(explorer.button(/^30 дней/))
  await explorer.enter(explorer.button('3 месяца'))
  await shell.tabTo(demoPage.getByRole('combobox', { name: 'Шаг' }))
  await press('ArrowDown', 'ArrowDown')
  await shell.settled()
  await press('Shift+Tab')
  await explorer.enter(explorer.button('Группировка 1: Сервис'))
  await demoPage.keyboard.type('подразд вирт')
  await press('Enter')
  await shell.settled()
  await expect(demoPage).toHaveURL(/p=m3&g=month&by=virtual%3A/)
  await expect(explorer.rows(explorer.grid)).not.toHaveCount(0)

  // Why: reasons with figures, and the lines behind the first of them.
  await press('w')
  await expect(demoPage.getByText(/^Затраты (выросли|снизились) на/)).toBeVisible()
  const first = explorer.reasons.getByRole('listitem').first()
  const reason = await first.innerText()
  expect(reason).toMatch(/[+−]\s?[\d\s]+₽/)
  await explorer.enter(first.getByRole('button'))
  await expect(explorer.trail).toContainText('Все затраты')
  await expect(explorer.rows(explorer.lines).first()).toBeVisible()
  await shell.settled()
  await shell.tabTo(explorer.lines)

  // What is copied adds up to the sum on screen, to the last kopeck.
  const copied = await explorer.copied()
  const cost = copied[0]?.indexOf('К оплате') ?? -1
  const lines = copied.slice(1).filter((cells) => /^\d{4}|^\d\d\./.test(cells[0] ?? ''))
  expect(lines.length).toBeGreaterThan(1)
  expect(sum(lines.map((cells) => cells[cost] ?? ''))).toBe(
    formatDecimal(parseDecimal((await explorer.total.first().getAttribute('value')) ?? '') ?? 0n),
  )

  // Back is undo, and a reload shows the same.
  await press('Alt+ArrowLeft')
  await expect(explorer.reasons).toBeVisible()
  await expect(explorer.trail).toHaveCount(0)
  await demoPage.reload()
  await expect(explorer.reasons).toBeVisible()
  await shell.settled()

  // Onto the overview.
  await press('p')
  await demoPage.keyboard.type('Почему выросло')
  await press('Enter')
  await expect(demoPage.getByText('Вид закреплён на обзоре')).toBeVisible()
  const { items } = await demo.client.value('views.list', {})
  const made = items.find(({ name }) => name === 'Почему выросло')
  const { tiles } = await demo.client.value('boards.get', {})
  expect(tiles.at(-1)).toMatchObject({ viewId: made?.id, kind: 'view' })
  await demo.client.value('boards.reset', {})
  await demo.client.value('views.remove', { id: made?.id ?? '' })
})

test('steps down and a filter are undone one by one, and the address restores each', async ({ demoPage }) => {
  const explorer = new ExplorerPage(demoPage)
  const { shell } = explorer
  await explorer.open('?by=provider&g=month&p=m6')
  const all = await explorer.total.getAttribute('value')

  await shell.tabTo(explorer.grid)
  await explorer.press('Enter')
  await expect(explorer.trail.getByRole('listitem')).toHaveText(['Все затраты', 'Selectel'])
  await shell.settled()
  await expect(explorer.grid).toBeFocused()
  const ofProvider = await explorer.total.getAttribute('value')
  await explorer.press('Enter')
  await expect(demoPage).toHaveURL(/by=resource/)
  await shell.settled()
  await explorer.press('Enter')
  await expect(explorer.lines).toBeFocused()
  await explorer.press('Backspace')
  await expect(explorer.grid).toBeFocused()
  await explorer.press('Control+z')
  await expect.poll(() => explorer.total.getAttribute('value')).toBe(ofProvider)
  const address = demoPage.url()
  await explorer.press('Alt+ArrowLeft')
  await expect.poll(() => explorer.total.getAttribute('value')).toBe(all)

  await explorer.addCondition('тег «team»', 'backend')
  await expect(explorer.button('Изменить условие: Тег «team»: backend')).toBeVisible()
  const ofTeam = await explorer.total.getAttribute('value')
  expect(ofTeam).not.toBe(all)
  await demoPage.goBack()
  await expect.poll(() => explorer.total.getAttribute('value')).toBe(all)

  await demoPage.goto(address)
  await shell.settled()
  await expect.poll(() => explorer.total.getAttribute('value')).toBe(ofProvider)
})

test('a view is kept, left as a file and a link, and its table and chart as files', async ({
  demoPage,
  demo,
}) => {
  const explorer = new ExplorerPage(demoPage)
  const { page, shell } = explorer
  await explorer.open('?by=project&by=service&p=m3&g=month&w=provider*.isNot*.beget')
  const total = await explorer.total.getAttribute('value')
  const saved = async (item: string): Promise<string> => {
    await explorer.button('Экспорт').click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: item, exact: true }).first().click(),
    ])
    return download.path()
  }
  // The same sum as on screen, in a file that programs read: every group of the table, and no total among them.
  const [head = '', ...groups] = readFileSync(await saved('CSV для программ'), 'utf8')
    .trim()
    .split(/\r?\n/)
  const at = head.replace('"Валюта, единица"', 'unit').split(',').indexOf('Всего')
  expect(sum(groups.map((group) => group.split(',')[at] ?? ''))).toBe(total)
  expect(readFileSync(await saved('Картинка SVG'), 'utf8')).toMatch(/<svg[\s\S]*ДЕМО/)
  const file = await saved('Вид в файл')

  await explorer.press('s')
  await page.keyboard.type('Витрина по сервисам')
  await explorer.press('Enter')
  await expect(explorer.button('Витрина по сервисам')).toBeVisible()
  const link = page.url()

  await explorer.open()
  await explorer.button('Виды').click()
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('menuitem', { name: 'Открыть файл вида…' }).click(),
  ])
  await chooser.setFiles(file)
  await expect.poll(() => explorer.total.getAttribute('value')).toBe(total)

  await explorer.open()
  await explorer.button('Виды').click()
  await page.getByRole('menuitem', { name: 'Открыть по ссылке…' }).click()
  await page.keyboard.type('/ledger?m=list')
  await explorer.press('Enter')
  await expect(page.getByText('Это не ссылка на затраты.')).toBeVisible()
  await page.getByLabel('Ссылка на вид').fill(link)
  await explorer.press('Enter')
  await expect.poll(() => explorer.total.getAttribute('value')).toBe(total)

  // What a view stands on may go: it says so and shows the rest.
  await explorer.open('?by=virtual:gone&by=service')
  await expect(page.getByText(/^Тега или уровня иерархии из этого вида больше нет/)).toBeVisible()
  await expect(explorer.rows(explorer.grid)).not.toHaveCount(0)
  await shell.settled()
  for (const { id, name } of (await demo.client.value('views.list', {})).items)
    if (name === 'Витрина по сервисам') await demo.client.value('views.remove', { id })
})
