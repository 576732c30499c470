import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { parseSync } from 'vite'

type Import = { specifier: string; target: string; names: string[]; isTypeOnly: boolean }
export type SourceFile = { path: string; text: string; imports: Import[]; exports: string[] }

const SOURCE = /\.(ts|tsx|mjs)$/

/** Every file that git tracks or would track, as paths from the root. */
export function repositoryFiles(root: string): string[] {
  const out = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
  return out.split('\n').filter((path) => path !== '' && existsSync(join(root, path)))
}

export function readSources(root: string): SourceFile[] {
  return repositoryFiles(root)
    .filter((path) => SOURCE.test(path))
    .map((path) => parseSource(path, readFileSync(join(root, path), 'utf8')))
}

/** `target` is a path from the root for our own files and the package's name for everything else. */
export function parseSource(path: string, text: string): SourceFile {
  const { module } = parseSync(path, text)
  const add = (specifier: string, names: string[], isTypeOnly: boolean): Import => ({
    specifier,
    target: resolveTarget(path, specifier),
    names,
    isTypeOnly,
  })
  const imports: Import[] = []
  for (const entry of module.staticImports) {
    const names = entry.entries.map(
      (e) => e.importName.name ?? (e.importName.kind === 'Default' ? 'default' : '*'),
    )
    imports.push(
      add(entry.moduleRequest.value, names, entry.entries.length > 0 && entry.entries.every((e) => e.isType)),
    )
  }
  for (const entry of module.staticExports.flatMap((e) => e.entries)) {
    if (entry.moduleRequest)
      imports.push(add(entry.moduleRequest.value, [entry.importName.name ?? '*'], entry.isType))
  }
  for (const entry of module.dynamicImports) {
    const literal = text.slice(entry.moduleRequest.start + 1, entry.moduleRequest.end - 1)
    if (/^[\w#@./-]+$/.test(literal)) imports.push(add(literal, ['*'], false))
  }
  const exports = module.staticExports.flatMap((e) => e.entries).flatMap((e) => e.exportName.name ?? [])
  return { path, text, imports, exports }
}

function resolveTarget(from: string, specifier: string): string {
  const bare = specifier.replace(/\?.*$/, '')
  if (bare.startsWith('#')) return bare.slice(1)
  if (bare.startsWith('.')) return normalize(join(dirname(from), bare))
  if (bare.startsWith('node:')) return bare
  return bare
    .split('/')
    .slice(0, bare.startsWith('@') ? 2 : 1)
    .join('/')
}
