import { areas, Shell } from '../pages/shell.ts'
import { expect, test } from '../support/test.ts'

for (const width of [820, 1024, 1280, 1440, 1920]) {
  for (const language of ['ru', 'en'] as const) {
    test.describe(`${width} px, ${language}`, () => {
      test.use({ viewport: { width, height: 900 }, look: { language, theme: 'light' } })

      test('no page is wider than the window and no text of a control is cut', async ({ demoPage }) => {
        for (const area of areas) {
          await new Shell(demoPage).go(area.path)
          await expect(new Shell(demoPage).heading(area[language])).toBeVisible()
          await new Shell(demoPage).settled()
          const overflow = await demoPage.evaluate(() => document.documentElement.scrollWidth - innerWidth)
          expect(overflow, area.path).toBeLessThanOrEqual(0)
          const cut = await demoPage.evaluate(() =>
            [...document.querySelectorAll('button, h1, h2, th, dt, label, legend, summary, nav a')]
              .filter((el) => el.clientWidth > 1 && el.scrollWidth > el.clientWidth + 1)
              .filter((el) => !el.closest('[title]') && !el.matches('.visually-hidden'))
              .map((el) => el.textContent),
          )
          expect(cut, area.path).toEqual([])
        }
      })
    })
  }
}
