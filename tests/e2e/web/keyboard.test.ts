import { areas, Shell } from '../pages/shell.ts'
import { PASSWORD } from '../pages/start-page.ts'
import { expect, test } from '../support/test.ts'

test('from the first start to a backup without a mouse', async ({ ownPage }) => {
  const keys = ownPage.keyboard
  await expect(ownPage.getByRole('button', { name: /^Создать организацию/ })).toBeVisible()
  await ownPage.getByRole('button', { name: /^Создать организацию/ }).focus()
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
  await shell.palette('об')
  await demoPage.keyboard.press('Escape')
  await expect(demoPage.getByRole('combobox', { name: 'Найти и выполнить' })).toHaveCount(0)
})

test('the question mark shows the keys', async ({ demoPage }) => {
  await expect(new Shell(demoPage).heading('Обзор')).toBeVisible()
  await demoPage.keyboard.press('?')
  await expect(demoPage.getByRole('dialog')).toContainText('Ctrl')
  await demoPage.keyboard.press('Escape')
  await expect(demoPage.getByRole('dialog')).toHaveCount(0)
})

test('every control on every page can be reached and shows its focus', async ({ demoPage }) => {
  const shell = new Shell(demoPage)
  for (const { path, ru } of areas) {
    await new Shell(demoPage).go(path)
    await expect(shell.heading(ru)).toBeVisible()
    await shell.settled()
    const count = await demoPage
      .locator('a[href]:visible, button:visible:not([disabled]), input:visible, select:visible')
      .count()
    const seen = new Set<string>()
    for (let i = 0; i < count + 20; i += 1) {
      await demoPage.keyboard.press('Tab')
      const mark = await demoPage.evaluate(() => {
        const el = document.activeElement
        if (!el || el === document.body) return null
        // The ring may be drawn by the control, by its shade over a card, or by what encloses it.
        const drawn = (style: CSSStyleDeclaration): boolean =>
          (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none'
        const around = [el, el.parentElement, el.closest('li, label, section, fieldset')].filter(
          (x) => x !== null,
        )
        const ring =
          around.some((x) => drawn(getComputedStyle(x))) ||
          drawn(getComputedStyle(el, '::after')) ||
          drawn(getComputedStyle(el.nextElementSibling ?? el))
        const where = el.getBoundingClientRect()
        return {
          ring,
          name: el.getAttribute('aria-label') ?? el.textContent ?? '',
          at: `${where.x},${where.y}`,
        }
      })
      if (!mark) continue
      expect(mark.ring, `focus is invisible on ${mark.name}`).toBe(true)
      seen.add(`${mark.name}@${mark.at}`)
    }
    expect(seen.size).toBeGreaterThan(8)
  }
})
