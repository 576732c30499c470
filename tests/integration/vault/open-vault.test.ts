import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPassphraseVault } from '#main/adapters/secrets/passphrase-vault.ts'
import { buildChild } from '#tests/support/child-build.ts'
import { skippedBecause } from '#tests/support/skipped-because.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { PHRASE } from '#tests/support/vault.ts'

/** What a command at night does: nobody is there to type. */
let opener: Awaited<ReturnType<typeof buildChild>>
let folder: string
beforeAll(async () => {
  opener = await buildChild('vault-opener')
})
afterAll(() => opener.remove())
beforeEach(async () => {
  folder = tempFolder()
  await createPassphraseVault(join(folder, 'infrazen.vault'), { n: 2 ** 10, r: 8, p: 1 }).create(PHRASE)
})

type Given = { stdin?: string; file?: string; data?: string }

async function open({ stdin, file, data = folder }: Given) {
  const env = { ...process.env, LANG: 'ru_RU.UTF-8', ...(file ? { INFRAZEN_PASSPHRASE_FILE: file } : {}) }
  const args = [opener.file, data, ...(stdin === undefined ? [] : ['stdin'])]
  const child = spawn(process.execPath, args, { stdio: 'pipe', env })
  child.stdin.end(stdin ?? '')
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const [code] = await once(child, 'close')
  return { code, stdout, stderr }
}

function phraseFile(text: string, mode = 0o600): string {
  const path = join(folder, 'phrase')
  writeFileSync(path, text)
  chmodSync(path, mode)
  return path
}

describe('a command opens the vault', () => {
  it.each([PHRASE, `${PHRASE}\n`, `${PHRASE}\r\n`])('by standard input: %j', async (stdin) => {
    expect(await open({ stdin })).toEqual({ code: 0, stdout: 'open\n', stderr: '' })
  })

  it('by the file that the environment names', async () => {
    expect(await open({ file: phraseFile(`${PHRASE}\n`) })).toMatchObject({ code: 0, stdout: 'open\n' })
  })

  it('by standard input when both are given', async () => {
    const file = phraseFile('не та фраза')
    expect(await open({ stdin: PHRASE, file })).toMatchObject({ code: 0, stdout: 'open\n' })
  })

  it('not at all where there is none, and asks for nothing', async () => {
    expect(await open({ stdin: '', data: tempFolder() })).toEqual({ code: 0, stdout: 'absent\n', stderr: '' })
  })
})

describe('a command leaves the vault locked', () => {
  it('and says both ways when it was given neither', async () => {
    const { code, stdout, stderr } = await open({})
    expect([code, stdout]).toEqual([0, 'locked\n'])
    expect(stderr).toMatch(/--passphrase-stdin.*INFRAZEN_PASSPHRASE_FILE.*chmod 600/)
  })

  it.each([
    [{ stdin: 'не та фраза' }, 1, 'Парольная фраза не подошла.'],
    [{ stdin: '' }, 2, 'нужна одна непустая строка'],
    [{ stdin: `${PHRASE}\nи ещё` }, 2, 'нужна одна непустая строка'],
    [{ stdin: 'x'.repeat(5000) }, 2, 'нужна одна непустая строка'],
    [{ file: '/nowhere/phrase' }, 2, 'Файл с парольной фразой не прочитан: /nowhere/phrase'],
  ] as const)('and says why: %#', async (given, code, said) => {
    const ended = await open(given)
    expect([ended.code, ended.stdout]).toEqual([code, ''])
    expect(ended.stderr).toContain(said)
    expect(ended.stderr).not.toMatch(/\n\s+at /)
  })

  it.for([0o640, 0o604, 0o644, 0o660])(
    'when others can read the file with the passphrase: %o',
    async (mode, context) => {
      skippedBecause(context, process.platform === 'win32' ? 'Windows has no such rights' : null)
      const { code, stdout, stderr } = await open({ file: phraseFile(PHRASE, mode) })
      expect([code, stdout]).toEqual([77, ''])
      expect(stderr).toContain('могут прочитать другие')
    },
  )

  it('when what the environment names is no file', async () => {
    const path = join(folder, 'a-folder')
    mkdirSync(path)
    expect(await open({ file: path })).toMatchObject({ code: 2, stdout: '' })
  })

  it('when its file is damaged, and says so only when it was told to open it', async () => {
    writeFileSync(join(folder, 'infrazen.vault'), 'something else')
    const { code, stderr } = await open({ stdin: PHRASE })
    expect(code).toBe(1)
    expect(stderr).toContain(join(folder, 'infrazen.vault'))
    expect(await open({})).toEqual({ code: 0, stdout: 'damaged\n', stderr: '' })
  })
})
