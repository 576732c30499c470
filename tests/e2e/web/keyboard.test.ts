import { areas, Shell } from '../pages/shell.ts'
import { PASSWORD } from '../pages/start-page.ts'
import { installFocusProbe } from '../support/focus-probe.ts'
import { expect, test } from '../support/test.ts'

test('from the first start to a backup without a mouse', async ({ ownPage }) => {
  const keys = ownPage.keyboard
  await expect(ownPage.getByRole('button', { name: /^Создать организацию/ })).toBeVisible()
  await new Shell(ownPage).tabTo(ownPage.getByRole('button', { name: /^Создать организацию/ }))
  await keys.press('Enter')
  await expect(ownPage.getByLabel('Организация', { exact: true })).toBeFocused()
  await keys.type('ООО «Клавиша»')
  await keys.press('Tab')
  await keys.type('Пётр')
  await keys.press('Tab')
  await keys.type(PASSWORD)
  await keys.press('Enter')
  await expect(new Shell(ownPage).heading('Обзор')).toBeVisible()
  await new Shell(ownPage).palette('настр')
  await keys.press('Enter')
  await expect(new Shell(ownPage).heading('Настройки')).toBeVisible()
  await new Shell(ownPage).tabTo(ownPage.getByRole('link', { name: 'Данные и копии' }))
  await keys.press('Enter')
  await new Shell(ownPage).tabTo(ownPage.getByRole('button', { name: 'Сделать копию' }).first())
  await keys.press('Enter')
  await expect(ownPage.getByRole('button', { name: /^Восстановить копию/ })).toHaveCount(1)
})

test('the palette finds pages in either language and in the wrong keyboard layout', async ({ demoPage }) => {
  const shell = new Shell(demoPage)
  for (const [typed, heading] of [
    ['ресурс', 'Ресурсы'],
    ['budget', 'Бюджеты'],
    ['htrjvtylfwbb', 'Рекомендации'],
    ['ыуеештпы', 'Настройки'],
  ] as const) {
    await shell.palette(typed)
    await demoPage.keyboard.press('Enter')
    await expect(shell.heading(heading)).toBeVisible()
  }
})

test('Esc closes the palette and gives the focus back', async ({ demoPage }) => {
  const shell = new Shell(demoPage)
  await expect(shell.heading('Обзор')).toBeVisible()
  const refresh = demoPage.getByRole('button', { name: 'Обновить' })
  await shell.tabTo(refresh)
  await shell.palette('об')
  await demoPage.keyboard.press('Escape')
  await expect(demoPage.getByRole('combobox', { name: 'Найти и выполнить' })).toHaveCount(0)
  await expect(refresh).toBeFocused()
})

test('the question mark shows the keys', async ({ demoPage }) => {
  await expect(new Shell(demoPage).heading('Обзор')).toBeVisible()
  await demoPage.keyboard.press('?')
  await expect(demoPage.getByRole('dialog')).toContainText('Ctrl')
  await demoPage.keyboard.press('Escape')
  await expect(demoPage.getByRole('dialog')).toHaveCount(0)
})

test('every control on every page can be reached and changes its looks when it is', async ({ demoPage }) => {
  const shell = new Shell(demoPage)
  for (const { path, ru } of areas) {
    await shell.go(path)
    await expect(shell.heading(ru)).toBeVisible()
    await shell.settled()
    await demoPage.evaluate(installFocusProbe)
    const wanted = await demoPage.evaluate(() => focusProbe.wanted())
    expect(wanted.length, path).toBeGreaterThan(8)
    const reached = new Set<string>()
    for (let i = 0; i < wanted.length + 30; i += 1) {
      await demoPage.keyboard.press('Tab')
      const seen = await demoPage.evaluate(() => focusProbe.look())
      if (!seen) continue
      expect(seen.isChanged, `${path}: focus is invisible on ${seen.id}`).toBe(true)
      reached.add(seen.id)
    }
    expect(
      wanted.filter((id) => !reached.has(id)),
      `${path}: cannot be reached`,
    ).toEqual([])
  }
})
