import { areas, Shell } from '../pages/shell.ts'
import { expect, test } from '../support/test.ts'

test.use({ start: '/about' })

const WIDTHS = [1920, 1440, 1280, 1024, 820]

const overflow = (): number => document.documentElement.scrollWidth - innerWidth

const cutTexts = (): (string | null)[] =>
  [...document.querySelectorAll('button, h1, h2, th, dt, label, legend, summary, nav a')]
    .filter((el) => el.clientWidth > 1 && el.scrollWidth > el.clientWidth + 1)
    .filter((el) => !el.closest('[title]') && !el.matches('.visually-hidden'))
    .map((el) => el.textContent)

for (const language of ['ru', 'en'] as const) {
  test.describe(language, () => {
    test.use({ viewport: { width: WIDTHS[0] ?? 0, height: 900 }, look: { language, theme: 'light' } })

    for (const area of areas) {
      test(`${area[language]}: at no width is the page wider than the window or the text of a control cut`, async ({
        demoPage,
      }) => {
        const shell = new Shell(demoPage)
        await shell.go(area.path)
        await expect(shell.heading(area[language])).toBeVisible()
        for (const width of WIDTHS) {
          await demoPage.setViewportSize({ width, height: 900 })
          await shell.settled()
          await expect.poll(() => demoPage.evaluate(() => innerWidth)).toBe(width)
          // A chart is drawn in its new width with the next frame.
          await expect.poll(() => demoPage.evaluate(overflow), `${width} px`).toBeLessThanOrEqual(0)
          await expect.poll(() => demoPage.evaluate(cutTexts), `${width} px`).toEqual([])
        }
      })
    }
  })
}
