import type { Page } from '@playwright/test'
import { CSP } from '#main/hosts/page/csp.ts'
import { hostCallNames } from '#shared/contract/host.ts'
import { callNames } from '#shared/contract/names.ts'
import { expect, test } from './launch.ts'

const windowCount = (page: Page): number => page.context().pages().length

test('runs sandboxed, in a world apart from the preload', async ({ application, page }) => {
  await page.waitForLoadState()
  const preferences = await application.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    return contents && 'getLastWebPreferences' in contents
      ? (contents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences()
      : null
  })
  expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false })
  const kinds = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global'].map((n) => n in window),
  )
  expect(kinds).toEqual([false, false, false, false, false])
})

test('gives the page the contract and nothing else', async ({ page }) => {
  const surface = await page.evaluate(() => {
    const { infrazen } = window as unknown as { infrazen: Record<string, object> }
    return {
      keys: Object.keys(infrazen).sort(),
      call: Object.keys(infrazen.call ?? {}),
      host: Object.keys(infrazen.host ?? {}),
    }
  })
  expect(surface.keys).toEqual(['call', 'host', 'onMenu', 'platform', 'subscribe'])
  expect(surface.call).toEqual([...callNames])
  expect(surface.host).toEqual([...hostCallNames])
})

test('keeps to its policy: no inline script, no eval, nothing from elsewhere', async ({ page }) => {
  const seen = await page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'window.wasInlineRun = true'
    document.head.append(script)
    let canEvaluate = true
    try {
      setTimeout('window.wasTextRun = true')
    } catch {
      canEvaluate = false
    }
    const answer = await fetch('/index.html')
    const elsewhere = await fetch('https://infrazen.example/').then(
      () => 'reached',
      () => 'refused',
    )
    const outside = await fetch('/..%2fmain%2felectron.js').then((r) => r.status)
    return {
      policy: answer.headers.get('content-security-policy'),
      inline: 'wasInlineRun' in window,
      text: canEvaluate && 'wasTextRun' in window,
      elsewhere,
      outside,
    }
  })
  expect(seen).toEqual({ policy: CSP, inline: false, text: false, elsewhere: 'refused', outside: 404 })
})

test('opens no windows, goes nowhere and is granted nothing', async ({ page }) => {
  const address = page.url()
  expect(address).toMatch(/^app:\/\/infrazen\//)
  expect(await page.evaluate(() => window.open('https://infrazen.example/') === null)).toBe(true)
  expect(windowCount(page)).toBe(1)
  await page.evaluate(() => {
    window.location.href = 'https://infrazen.example/'
  })
  expect(await page.evaluate(() => document.location.href)).toBe(address)
  const permission = await page.evaluate(() => Notification.requestPermission())
  expect(permission).toBe('denied')
})

test('asks nobody but itself, and Electron has nothing to warn of', async ({ application, page }) => {
  const requests: string[] = []
  const warnings: string[] = []
  application.context().on('request', (request) => requests.push(request.url()))
  page.on('console', (message) => {
    if (/Electron Security Warning|Content Security Policy/.test(message.text()))
      warnings.push(message.text())
  })
  await page.reload()
  await expect(page.locator('#root')).not.toBeEmpty()
  expect(requests.length).toBeGreaterThan(0)
  expect(requests.filter((url) => !/^(app:\/\/infrazen\/|data:|blob:)/.test(url))).toEqual([])
  expect(warnings).toEqual([])
})
