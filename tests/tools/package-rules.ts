export type PackedFile = { path: string; bytes: number; isUnpacked: boolean }

export const MAX_BYTES = 8_000_000
export const NATIVE = /\.node$/

const ALLOWED = [
  /^package\.json$/,
  /^out\/main\/(electron|backend|reader|cli)\.js$/,
  /^out\/main\/(chunks|assets)\/[\w.-]+\.(js|png)$/,
  /^out\/preload\/preload\.cjs$/,
  /^out\/renderer\/index\.html$/,
  /^out\/renderer\/assets\/[\w.-]+\.(js|css|woff2|png|svg)$/,
  /^node_modules\/better-sqlite3\/(package\.json|LICENSE)$/,
  /^node_modules\/better-sqlite3\/lib\/[\w./-]+\.js$/,
  /^node_modules\/@napi-rs\/keyring\/(package\.json|LICENSE|index\.js)$/,
  /^node_modules\/@resvg\/resvg-js\/(package\.json|LICENSE|index\.js|js-binding\.js)$/,
]
const NEEDED = [
  'package.json',
  'out/main/electron.js',
  'out/main/backend.js',
  'out/main/reader.js',
  'out/main/cli.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
  'node_modules/better-sqlite3/lib/index.js',
  'node_modules/@napi-rs/keyring/index.js',
  'node_modules/@resvg/resvg-js/js-binding.js',
]

/** The one binary of each native module, and what has to lie beside them. */
function targetFiles(target: string): { natives: string[]; besides: string[] } {
  const system = { linux: '-gnu', win32: '-msvc' }[target.split('-')[0] ?? ''] ?? ''
  const keyring = `node_modules/@napi-rs/keyring-${target}${system}`
  const painter = `node_modules/@resvg/resvg-js-${target}${system}`
  return {
    natives: [
      `node_modules/better-sqlite3/prebuilds/${target}.node`,
      `${keyring}/keyring.${target}${system}.node`,
      `${painter}/resvgjs.${target}${system}.node`,
    ],
    besides: [`${keyring}/package.json`, `${keyring}/LICENSE.third-party.md`, `${painter}/package.json`],
  }
}

/** The list of what may be packed is closed: a source, a map or a test cannot slip in by a wider pattern. */
export function contentProblems(files: readonly PackedFile[], target: string): string[] {
  const { natives, besides } = targetFiles(target)
  const paths = new Set(files.map(({ path }) => path))
  const problems = [...NEEDED, ...natives, ...besides]
    .filter((path) => !paths.has(path))
    .map((path) => `${path} is not packed`)
  for (const { path, isUnpacked } of files) {
    const isNative = natives.includes(path)
    if (!isNative && !besides.includes(path) && !ALLOWED.some((allowed) => allowed.test(path)))
      problems.push(`${path} has no business there`)
    if (isUnpacked !== isNative) {
      problems.push(
        isNative ? `${path} cannot be loaded from inside the archive` : `${path} lies outside the archive`,
      )
    }
  }
  const bytes = files.filter(({ path }) => !NATIVE.test(path)).reduce((sum, file) => sum + file.bytes, 0)
  if (bytes > MAX_BYTES) problems.push(`${bytes} bytes besides native modules, the limit is ${MAX_BYTES}`)
  return problems
}

const UNWANTED: readonly [string, RegExp][] = [
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ['an access key', /\bAKIA[0-9A-Z]{16}\b/],
  [
    'a token',
    /\b(gh[pousr]_[A-Za-z0-9]{36}|xox[abp]-[A-Za-z0-9-]{10,}|AQVN[A-Za-z0-9_-]{30,}|y0_[A-Za-z0-9_-]{40,})/,
  ],
  ["React's development form", /react\.dev\/link\/react-devtools/],
  ['a source map', /\/\/[#@] sourceMappingURL=/],
  ["a developer's folder", /(\/home\/|\/Users\/|\/root\/|[A-Z]:\\\\Users\\\\)\w+/],
]

export const textProblems = (path: string, text: string): string[] =>
  UNWANTED.filter(([, pattern]) => pattern.test(text)).map(([what]) => `${path} holds ${what}`)

/** What is packed, for a person to read: folders by weight, then the modules that are not JavaScript. */
export function summaryOf(files: readonly PackedFile[]): string[] {
  const weight = (group: readonly PackedFile[]): number => group.reduce((sum, { bytes }) => sum + bytes, 0)
  const line = (name: string, group: readonly PackedFile[]): string =>
    `  ${name.padEnd(60)}${String(group.length).padStart(4)} ${String(weight(group)).padStart(9)}`
  const folders = Map.groupBy(
    files.filter(({ path }) => !NATIVE.test(path)),
    ({ path }) => path.split('/').slice(0, -1).slice(0, 2).join('/') || '.',
  )
  return [
    'in the archive: files, bytes',
    ...[...folders]
      .toSorted(([, a], [, b]) => weight(b) - weight(a))
      .map(([name, group]) => line(name, group)),
    line('together', [...folders.values()].flat()),
    'native modules, outside the archive: files, bytes',
    ...files.filter(({ path }) => NATIVE.test(path)).map((file) => line(file.path, [file])),
  ]
}
