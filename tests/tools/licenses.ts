import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Writes resources/licenses.json: the open-source packages that travel inside the program, with their licences.
 * Run after changing what is bundled: `node main/hosts/run.mjs script tests/tools/licenses.ts`.
 * With `--check` it writes nothing and fails when the file is out of date.
 */

/** What the page and the main process import; their dependencies follow. Tools of the build do not travel. */
const roots = [
  '@expo-google-fonts/golos-text',
  '@fontsource-variable/golos-text',
  '@napi-rs/keyring',
  '@resvg/resvg-js',
  '@tanstack/react-query',
  '@tanstack/react-virtual',
  'better-sqlite3',
  'croner',
  'drizzle-orm',
  'echarts',
  'hucre',
  'lucide-react',
  'nodemailer',
  'pdfkit',
  'react',
  'react-dom',
  'wouter',
  'zod',
  'zustand',
]

type Manifest = {
  version: string
  license?: string
  homepage?: string
  dependencies?: Record<string, string>
}
type Entry = { name: string; version: string; license: string; text: string }

const modules = 'node_modules'
const target = join('resources', 'licenses.json')

const manifestOf = (name: string): Manifest =>
  JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')) as Manifest

function licenseTextOf(name: string): string {
  const file = readdirSync(join(modules, name)).find((entry) => /^(licen[cs]e|copying)(\.|$)/i.test(entry))
  return file
    ? readFileSync(join(modules, name, file), 'utf8')
        .replace(/\r\n/g, '\n')
        .replace(/[ \t]+$/gm, '')
        .trim()
    : ''
}

function closure(): readonly string[] {
  const found = new Set<string>()
  const queue = [...roots]
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (found.has(name)) continue
    found.add(name)
    queue.push(...Object.keys(manifestOf(name).dependencies ?? {}))
  }
  return [...found].sort((a, b) => a.localeCompare(b, 'en'))
}

const entries = closure().map((name): Entry => {
  const { version, license: named } = manifestOf(name)
  const text = licenseTextOf(name)
  // Some say it in the file alone.
  const license = named ?? (text.startsWith('MIT License') ? 'MIT' : '')
  if (license === '') throw new Error(`${name} names no licence`)
  return { name, version, license, text }
})
const json = `${JSON.stringify(entries, null, 2)}\n`

if (process.argv.includes('--check')) {
  const isCurrent = readFileSync(target, 'utf8') === json
  console.log(isCurrent ? `${target}: ${entries.length} packages` : `${target} is out of date`)
  process.exitCode = isCurrent ? 0 : 1
} else {
  writeFileSync(target, json)
  console.log(`${target}: ${entries.length} packages, ${json.length} bytes`)
}
