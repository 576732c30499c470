import type { SourceFile } from './source-graph.ts'

/**
 * The dependency rule of the architecture as a table: who may import whom. The first row that fits a file holds.
 * A row names path prefixes of our own and packages; `node:` stands for all of Node.
 */
type Layer = { name: string; covers: RegExp; may: readonly (string | RegExp)[] }

const layers: readonly Layer[] = [
  // What charts are drawn with, on screen and on paper.
  { name: 'charts', covers: /^shared\/charts\//, may: ['shared/', 'echarts'] },
  { name: 'shared', covers: /^shared\//, may: ['shared/', 'zod'] },
  { name: 'core', covers: /^main\/core\//, may: ['main/core/', 'shared/', 'resources/', 'croner'] },
  { name: 'resources', covers: /^resources\//, may: ['resources/', 'main/core/', 'shared/'] },
  { name: 'ports', covers: /^main\/ports\//, may: ['main/ports/', 'shared/', 'main/core/'] },
  {
    name: 'store',
    covers: /^main\/store\//,
    may: ['main/store/', 'main/core/', 'main/ports/', 'shared/', 'drizzle-orm', 'better-sqlite3', 'node:'],
  },
  {
    name: 'queries',
    covers: /^main\/queries\//,
    may: [
      'main/queries/',
      'main/store/schema/',
      'main/store/db.ts',
      'main/core/',
      'main/ports/',
      'shared/',
      'drizzle-orm',
    ],
  },
  {
    name: 'providers, common',
    covers: /^main\/providers\/(provider|registry)\.ts$/,
    may: ['main/providers/', 'main/core/', 'main/ports/', 'shared/'],
  },
  {
    name: 'providers/http',
    covers: /^main\/providers\/http\//,
    may: ['main/providers/http/', ...providerMay()],
  },
  {
    name: 'providers',
    covers: /^main\/providers\//,
    may: ['main/providers/', ...providerMay()],
  },
  {
    name: 'importers',
    covers: /^main\/importers\//,
    may: [
      'main/importers/',
      'main/core/',
      'main/ports/',
      'shared/',
      'node:',
      'zod',
      'hyparquet',
      'fast-xml-parser',
    ],
  },
  {
    name: 'services',
    covers: /^main\/services\//,
    may: [
      'main/services/',
      'main/core/',
      'main/providers/registry.ts',
      'main/importers/',
      'main/store/repos/',
      'main/store/store.ts',
      'main/store/db.ts',
      'main/queries/',
      'main/ports/',
      'shared/',
      'resources/',
      'node:',
      'zod',
      'hucre',
      'hyparquet-writer',
      'fast-xml-parser',
      'pdfkit',
      'echarts',
      '@resvg/resvg-js',
      '@expo-google-fonts/golos-text',
    ],
  },
  {
    name: 'wiring',
    covers: /^main\/backend\/(create-backend|handlers\/parts)\.ts$/,
    may: [
      'main/backend/',
      'main/services/',
      'main/queries/',
      'main/ports/',
      'main/store/',
      'main/core/',
      'shared/',
    ],
  },
  {
    name: 'backend',
    covers: /^main\/backend\//,
    may: ['main/backend/', 'main/services/', 'main/queries/', 'main/ports/', 'main/core/', 'shared/'],
  },
  {
    name: 'adapters',
    covers: /^main\/adapters\//,
    may: ['main/adapters/', 'main/ports/', 'shared/', 'node:', '@napi-rs/keyring', 'nodemailer'],
  },
  {
    name: 'electron host',
    covers: /^main\/hosts\/electron\//,
    may: [
      'main/hosts/electron/',
      'main/hosts/channel/',
      'main/hosts/cli/main.ts',
      'resources/icons/',
      ...hostMay(),
      'electron',
      'zod',
    ],
  },
  {
    name: 'channel to the backend process',
    covers: /^main\/hosts\/channel\//,
    may: ['main/hosts/channel/', 'main/hosts/spool/', 'main/backend/bounds.ts', ...hostMay()],
  },
  {
    name: 'web host',
    covers: /^main\/hosts\/web\//,
    may: ['main/hosts/web/', 'main/hosts/spool/', ...hostMay()],
  },
  {
    name: 'command line',
    covers: /^main\/hosts\/cli\//,
    may: [
      'main/hosts/cli/',
      'main/hosts/spool/',
      'main/core/',
      'main/backend/package-maker.ts',
      ...hostMay(),
    ],
  },
  {
    name: 'between command line and window',
    covers: /^main\/hosts\/spool\//,
    may: ['main/hosts/spool/', ...hostMay()],
  },
  {
    name: 'launcher',
    covers: /^main\/hosts\/(launch\/|run\.mjs)/,
    may: ['main/hosts/', ...hostMay(), 'vite'],
  },
  { name: 'hosts, common', covers: /^main\/hosts\//, may: hostMay() },
  {
    name: 'preload',
    covers: /^preload\//,
    may: [
      'shared/contract/names.ts',
      'shared/contract/host.ts',
      'shared/contract/bridge.ts',
      'shared/contract/events.ts',
      'electron',
    ],
  },
  {
    name: 'renderer/ui',
    covers: /^renderer\/ui\//,
    may: [
      'shared/charts/',
      'renderer/ui/',
      'renderer/i18n/',
      'shared/lib/',
      'shared/errors/',
      'shared/texts/',
      'react',
      'react-dom',
      '@tanstack/react-virtual',
      'echarts',
      'lucide-react',
      'resources/icons/',
    ],
  },
  {
    name: 'renderer/i18n, state, transport, styles',
    covers: /^renderer\/(i18n|state|transport|styles)\//,
    may: ['renderer/i18n/', 'renderer/state/', 'renderer/transport/', 'renderer/styles/', ...pageMay()],
  },
  {
    name: 'renderer/app',
    covers: /^renderer\/app\//,
    may: ['renderer/', ...pageMay(), 'resources/'],
  },
  {
    name: 'renderer/features',
    covers: /^renderer\/features\//,
    may: [
      'renderer/features/',
      'renderer/app/',
      'renderer/transport/',
      'renderer/state/',
      'renderer/i18n/',
      'renderer/ui/',
      ...pageMay(),
      'resources/',
    ],
  },
  { name: 'tests', covers: /^tests\//, may: ['*'] },
  { name: 'configuration', covers: /^[^/]+\.ts$/, may: ['*'] },
]

function providerMay(): string[] {
  return ['main/core/', 'main/ports/', 'shared/', 'zod']
}

function hostMay(): (string | RegExp)[] {
  // What all hosts share stands in main/hosts itself and in page/.
  const common = /^main\/hosts\/([^/]+|page\/[^/]+)\.(ts|mjs)$/
  return [
    common,
    'main/backend/create-backend.ts',
    'main/adapters/',
    'main/ports/',
    'shared/',
    'node:',
    'package.json',
  ]
}

function pageMay(): string[] {
  return [
    'shared/',
    'react',
    'react-dom',
    'wouter',
    'zustand',
    '@tanstack/react-query',
    '@tanstack/react-virtual',
    'lucide-react',
    '@fontsource-variable/golos-text',
  ]
}

const within = (target: string, prefix: string | RegExp): boolean =>
  prefix instanceof RegExp
    ? prefix.test(target)
    : prefix === '*' || target === prefix || (/[/:]$/.test(prefix) && target.startsWith(prefix))

export function layerProblems(files: readonly SourceFile[]): string[] {
  const problems: string[] = []
  for (const file of files) {
    const layer = layers.find((l) => l.covers.test(file.path))
    if (!layer) {
      problems.push(`${file.path}: belongs to no layer`)
      continue
    }
    for (const { target, specifier } of file.imports) {
      if (!layer.may.some((prefix) => within(target, prefix))) {
        problems.push(`${file.path}: ${layer.name} may not import ${specifier}`)
      }
      if (!/^(tests\/|[^/]+\.config\.ts$)/.test(file.path) && target.startsWith('tests/')) {
        problems.push(`${file.path}: nothing imports tests`)
      }
      const [ownCloud, otherCloud] = [cloudOf(file.path), cloudOf(target)]
      if (ownCloud && otherCloud && ownCloud !== otherCloud)
        problems.push(`${file.path}: providers do not import each other (${otherCloud})`)
      const [own, other] = [featureOf(file.path), featureOf(target)]
      if (own && other && own !== other)
        problems.push(`${file.path}: features do not import each other (${other})`)
      if (
        target === 'better-sqlite3' &&
        layer.name === 'store' &&
        !/^main\/store\/(open|backup|lock|driver)[^/]*\.ts$/.test(file.path)
      ) {
        if (!file.imports.every((i) => i.target !== 'better-sqlite3' || i.isTypeOnly)) {
          problems.push(`${file.path}: only the files that open a database import better-sqlite3`)
        }
      }
    }
  }
  return [...problems, ...cycles(files)]
}

const cloudOf = (path: string): string | null => {
  const name = /^main\/providers\/([^/]+)\//.exec(path)?.[1] ?? null
  return name === 'http' ? null : name
}
const featureOf = (path: string): string | null => /^renderer\/features\/([^/]+)\//.exec(path)?.[1] ?? null

/** Cycles of run-time imports; a type is gone before anything runs. */
function cycles(files: readonly SourceFile[]): string[] {
  const edges = new Map(
    files.map((f) => [f.path, f.imports.filter((i) => !i.isTypeOnly).map((i) => i.target)]),
  )
  const state = new Map<string, 'open' | 'done'>()
  const found: string[] = []
  const visit = (path: string, trail: string[]): void => {
    if (state.get(path) === 'done' || !edges.has(path)) return
    if (state.get(path) === 'open') {
      found.push(`import cycle: ${[...trail.slice(trail.indexOf(path)), path].join(' → ')}`)
      return
    }
    state.set(path, 'open')
    for (const next of edges.get(path) ?? []) visit(next, [...trail, path])
    state.set(path, 'done')
  }
  for (const path of edges.keys()) visit(path, [])
  return found
}

/** Exports that no other file names: dead, or exported for no reason. Entries and configuration have readers outside. */
export function unusedExports(files: readonly SourceFile[]): string[] {
  const used = new Map<string, Set<string>>()
  for (const file of files) {
    for (const { target, names } of file.imports) {
      const set = used.get(target) ?? new Set<string>()
      for (const name of names) set.add(name)
      used.set(target, set)
    }
  }
  const entry =
    /(^[^/]+\.ts$|^main\/hosts\/run\.mjs$|\/(main|backend-process|preload)\.tsx?$|^main\/store\/schema\/|^tests\/(e2e|bench)\/)/
  return files
    .filter((f) => !entry.test(f.path))
    .flatMap((f) => {
      const names = used.get(f.path)
      if (names?.has('*')) return []
      return f.exports.filter((name) => !names?.has(name)).map((name) => `${f.path}: nothing imports ${name}`)
    })
}
