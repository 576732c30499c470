import { join } from 'node:path'
import { Shell } from '../pages/shell.ts'
import { expect, test } from '../support/test.ts'

/** The pictures of the README. `SCREENSHOTS=keep npm test` renews those in the repository. */
const root = join(import.meta.dirname, '..', '..', '..')
const folder = join(
  root,
  process.env.SCREENSHOTS === 'keep' ? 'resources/screenshots' : 'test-results/screenshots',
)

for (const theme of ['light', 'dark'] as const) {
  for (const language of ['ru', 'en'] as const) {
    test.describe(() => {
      test.use({ look: { language, theme }, colorScheme: theme, viewport: { width: 1440, height: 900 } })

      test(`dashboard, ${theme}, ${language}`, async ({ demoPage }) => {
        await new Shell(demoPage).settled()
        await expect(demoPage.locator('canvas').first()).toBeVisible()
        await demoPage.evaluate(() => document.fonts.ready)
        const picture = await demoPage.screenshot({
          path: join(folder, `dashboard-${theme}-${language}.png`),
          animations: 'disabled',
        })
        expect(picture.length).toBeGreaterThan(50_000)
      })
    })
  }
}

test('resources, light, ru', async ({ demoPage }) => {
  await new Shell(demoPage).open('Ресурсы')
  await new Shell(demoPage).settled()
  const picture = await demoPage.screenshot({
    path: join(folder, 'resources-light-ru.png'),
    animations: 'disabled',
  })
  expect(picture.length).toBeGreaterThan(50_000)
})
