import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

/** What can be read off the sources and the configuration, whichever machine this is. */
const root = join(import.meta.dirname, '..', '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

const sources = globSync(
  ['main/**/*.{ts,mjs}', 'preload/**/*.ts', 'renderer/**/*.{ts,tsx,html}', 'shared/**/*.ts'],
  {
    cwd: root,
  },
).map((path) => path.replaceAll('\\', '/'))

/** Code without its comments: what a comment forbids by name is no offence. */
const codeOf = (path: string): string =>
  read(path)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '$1')

const filesWith = (pattern: RegExp): string[] => sources.filter((path) => pattern.test(codeOf(path))).sort()

describe('the sources', () => {
  it('are there to be read', () => {
    expect(sources.length).toBeGreaterThan(100)
    expect(filesWith(/enableSandbox/)).toEqual(['main/hosts/electron/main.ts'])
  })

  it.each([
    ['switches the sandbox off', /sandbox:\s*false|--no-sandbox/],
    ['gives the page Node', /nodeIntegration\w*:\s*true/],
    ['joins the worlds of page and preload', /contextIsolation:\s*false/],
    ['relaxes web security', /webSecurity|allowRunningInsecureContent|disable-web-security/],
    ['tries experiments', /experimentalFeatures|enableBlinkFeatures/],
    ['allows webviews', /webviewTag|<webview/],
    ['uses the remote module', /@electron\/remote|enableRemoteModule/],
    ['loads a page from a file', /loadFile\(|file:\/\//],
    [
      'lets a certificate pass',
      /ignore-certificate-errors|rejectUnauthorized:\s*false|NODE_TLS_REJECT_UNAUTHORIZED/,
    ],
    ['evaluates text in the page or the program', /\beval\(|new Function\(|\bvm\.run/],
  ])('never contain what %s', (_what, pattern) => {
    expect(filesWith(pattern)).toEqual([])
  })

  it('name no address without encryption but this machine', () => {
    const plain = /http:\/\/(?!127\.0\.0\.1|localhost|\[::1\]|\$\{)/
    // The name of a format is not an address to go to.
    const names = /http:\/\/(www\.w3\.org|schemas\.openxmlformats\.org|purl\.org)\//g
    expect(sources.filter((path) => plain.test(codeOf(path).replace(names, '')))).toEqual([])
  })

  it.each([
    ['shell.openExternal', /\bshell\.openExternal\b/, ['main/hosts/electron/open-external.ts']],
    ['ipcMain', /\bipcMain\b/, ['main/hosts/electron/ipc.ts']],
    ['ipcRenderer', /\bipcRenderer\b/, ['preload/preload.ts']],
    ['contextBridge', /\bcontextBridge\b/, ['preload/preload.ts']],
    ['BrowserWindow', /new BrowserWindow\(/, ['main/hosts/electron/window.ts']],
    ['executeJavaScript', /\bexecuteJavaScript\b/, ['main/hosts/electron/smoke.ts']],
  ])('use %s in one place', (_name, pattern, places) => {
    expect(filesWith(pattern)).toEqual(places)
  })

  it('import electron in its host and the preload alone', () => {
    const outside = filesWith(/from 'electron'/).filter(
      (path) => !/^(main\/hosts\/electron|preload)\//.test(path),
    )
    expect(outside).toEqual([])
  })

  it('turn the sandbox on before any other statement', () => {
    const statements = codeOf('main/hosts/electron/main.ts')
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('import '))
    expect(statements.slice(0, 2)).toEqual(['app.enableSandbox()', 'registerPageScheme()'])
  })

  it('state the safe settings of the window', () => {
    const window = codeOf('main/hosts/electron/window.ts')
    for (const setting of ['sandbox: true', 'contextIsolation: true', 'nodeIntegration: false'])
      expect(window).toContain(setting)
  })

  it('keep the main process from waiting for itself: Electron is ready only after its entry file', () => {
    expect(codeOf('main/hosts/electron/main.ts')).not.toMatch(/^await |^\S.*= await /m)
  })
})

describe('the packing', () => {
  const config = read('electron-builder.yml')

  it.each([
    ['runAsNode', false],
    ['enableCookieEncryption', true],
    ['enableNodeOptionsEnvironmentVariable', false],
    ['enableNodeCliInspectArguments', false],
    ['enableEmbeddedAsarIntegrityValidation', true],
    ['onlyLoadAppFromAsar', true],
    ['loadBrowserProcessSpecificV8Snapshot', false],
    ['grantFileProtocolExtraPrivileges', false],
  ])('sets the fuse %s to %s', (name, value) => {
    expect(config).toMatch(new RegExp(`^  ${name}: ${value}$`, 'm'))
  })

  it('relaxes one fuse, for tests alone', () => {
    const fuses = read('electron-builder.e2e.yml').split('electronFuses:\n')[1]
    expect(fuses?.trim()).toBe('enableNodeCliInspectArguments: true')
  })

  it('starts its list of files from nothing, publishes nothing and compiles nothing', () => {
    expect(config).toMatch(/^files:\n {2}- "!\*\*\/\*"$/m)
    expect(config).toMatch(/^publish: null$/m)
    expect(config).toMatch(/^npmRebuild: false$/m)
  })

  it('uses an Electron of exactly one stated version', () => {
    const { devDependencies } = JSON.parse(read('package.json')) as {
      devDependencies: Record<string, string>
    }
    expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/)
  })
})
