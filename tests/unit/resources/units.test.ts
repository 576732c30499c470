import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { cliOptions, commonOptions } from '#main/hosts/cli/command.ts'
import { readPeriod } from '#main/hosts/cli/period.ts'
import { isCommand, loadCommand } from '#main/hosts/cli/table.ts'
import { readOptions } from '#main/hosts/options.ts'

const folder = join(import.meta.dirname, '..', '..', '..', 'resources', 'units')
const files = readdirSync(folder)
const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
const ofKind = (end: string): string[] => files.filter((name) => name.endsWith(end))

/** As a shell would part them. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')

/** Every line of the files that runs a command, with the command's words. */
function commandLines(): { name: string; words: string[] }[] {
  const fromXml = ofKind('.xml').map((name) => {
    const { Task } = new XMLParser().parse(read(name))
    const [switchWord, ...words] = wordsOf(Task.Actions.Exec.Arguments)
    expect(switchWord).toBe('--cli')
    return { name, words }
  })
  const fromLines = [...ofKind('.service'), ...ofKind('.cron')].flatMap((name) =>
    read(name)
      .split('\n')
      .filter((line) => !line.startsWith('#'))
      .flatMap((line) => {
        const [, rest] = line.split('/units/infrazen ')
        return rest === undefined ? [] : [{ name, words: wordsOf(rest.split(' >> ')[0] ?? '') }]
      }),
  )
  return [...fromXml, ...fromLines]
}

describe('the ready-made tasks', () => {
  it('run commands that there are, with options that these take', async () => {
    const lines = commandLines()
    expect(new Set(lines.map(({ name }) => name)).size).toBe(5)
    for (const { name, words } of lines) {
      const { values, positionals } = readOptions(words, cliOptions, { positionals: true })
      const [command = '', ...rest] = positionals
      if (!isCommand(command)) throw new Error(`${name}: ${command}`)
      const known = await loadCommand(command)
      const taken: readonly string[] = [...commonOptions, ...known.options]
      for (const option of Object.keys(values)) expect(taken, `${name}: ${option}`).toContain(option)
      if (known.words === 'none') expect(rest, name).toEqual([])
      if (values.period) expect(readPeriod(values.period)).toEqual({ preset: 'lastMonth' })
    }
  })

  it.each(ofKind('.xml'))('is XML that the Task Scheduler can read: %s', (name) => {
    expect(XMLValidator.validate(read(name))).toBe(true)
    const { Task } = new XMLParser({ ignoreAttributes: false }).parse(read(name))
    expect(Task['@_xmlns']).toBe('http://schemas.microsoft.com/windows/2004/02/mit/task')
    expect(Task.Principals.Principal.RunLevel).toBe('LeastPrivilege')
    expect(Task.Actions.Exec.Command).toContain('InfraZen.exe')
  })

  it.each(ofKind('.service'))('is shut in: %s', (name) => {
    for (const line of ['NoNewPrivileges=yes', 'ProtectSystem=strict', 'UMask=0077', 'Type=oneshot'])
      expect(read(name).split('\n')).toContain(line)
    expect(files).toContain(name.replace('.service', '.timer'))
    expect(read(name.replace('.service', '.timer'))).toMatch(/^OnCalendar=.+$/m)
  })

  it('names nobody’s secret, and the wrapper can be started', () => {
    for (const name of files) expect(read(name)).not.toMatch(/izt_|password=/i)
    if (process.platform !== 'win32') expect(statSync(join(folder, 'infrazen')).mode & 0o111).not.toBe(0)
  })

  it('is told of in both languages, every file by its name', () => {
    const readme = read('README.md')
    expect(readme).toMatch(/## По-русски[\s\S]*## In English/)
    for (const name of [
      'infrazen-sync.xml',
      'infrazen-report.xml',
      'infrazen.cron',
      'infrazen.cmd',
      'infrazen-sync.timer',
    ])
      expect(readme.split(name).length, name).toBeGreaterThan(2)
  })
})
