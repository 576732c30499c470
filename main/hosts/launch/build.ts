import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { HostError, type Terminal } from '../terminal.ts'
import { takeBuildLock } from './build-lock.ts'
import { outFolder, projectRoot } from './project.ts'
import { putInPlace } from './put-in-place.ts'

type Name = 'page' | 'main' | 'preload'
type Bundle = { name: Name; config: string; folder: string; sources: readonly string[] }

const bundles = {
  page: {
    name: 'page',
    config: 'vite.config.ts',
    folder: 'renderer',
    sources: ['renderer', 'shared', 'resources'],
  },
  main: {
    name: 'main',
    config: 'vite.main.config.ts',
    folder: 'main',
    sources: ['main', 'shared', 'resources'],
  },
  preload: {
    name: 'preload',
    config: 'vite.preload.config.ts',
    folder: 'preload',
    sources: ['preload', 'shared'],
  },
} as const satisfies Record<Name, Bundle>

/** What a bundle was made from, by content: a fresh checkout or a touched file builds nothing anew. */
function fingerprint({ config, sources }: Bundle): string {
  const files = [
    config,
    'package.json',
    'package-lock.json',
    ...sources.flatMap((folder) =>
      globSync(`${folder}/**/*`, { cwd: projectRoot, exclude: ['resources/screenshots/**'] }),
    ),
  ].sort()
  const hash = createHash('sha256')
  for (const file of files) {
    const path = join(projectRoot, file)
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) continue
    hash.update(`${file}\0`).update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}

const stampFile = (name: Name): string => join(outFolder, '.built', name)

/** What stands in the folder is no longer what the last build made of its sources. */
export function forgetBuild(name: Name): void {
  rmSync(stampFile(name), { force: true })
}

/**
 * Beside the old one, which whoever starts meanwhile may still read. The stamp goes before the two change places and
 * comes back after: a build that was killed is not taken for one that ended.
 */
async function build(bundle: Bundle, made: string): Promise<void> {
  const { build: viteBuild } = await import('vite')
  const fresh = join(outFolder, '.fresh', bundle.folder)
  await forProduction(() =>
    viteBuild({
      configFile: join(projectRoot, bundle.config),
      root: rootOf(bundle),
      logLevel: 'error',
      build: { outDir: fresh, emptyOutDir: true },
    }),
  )
  forgetBuild(bundle.name)
  putInPlace(fresh, join(outFolder, bundle.folder))
  mkdirSync(join(outFolder, '.built'), { recursive: true })
  writeFileSync(stampFile(bundle.name), made)
}

/** What is built must not depend on who asks: under a test runner React would come in its development form. */
export async function forProduction<T>(work: () => Promise<T>): Promise<T> {
  const { NODE_ENV } = process.env
  process.env.NODE_ENV = 'production'
  try {
    return await work()
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = NODE_ENV
  }
}

// The page's configuration names its own root; giving another one would win over it.
const rootOf = (bundle: Bundle): string =>
  bundle.name === 'page' ? join(projectRoot, 'renderer') : projectRoot

function isBuilt({ name }: Bundle, made: string): boolean {
  return existsSync(stampFile(name)) && readFileSync(stampFile(name), 'utf8') === made
}

/** Builds what is missing or older than its sources, and nothing else. */
export async function buildStale(
  terminal: Terminal,
  options: { force?: boolean | undefined; only?: string | undefined } = {},
): Promise<void> {
  if (options.only && !Object.hasOwn(bundles, options.only)) {
    throw new HostError('usage.badBundle', { name: options.only })
  }
  let isTold = false
  for (const bundle of Object.values(bundles)) {
    if (options.only && bundle.name !== options.only) continue
    const made = fingerprint(bundle)
    if (!options.force && isBuilt(bundle, made)) continue
    if (!isTold) terminal.note('launch.building')
    isTold = true
    const release = await takeBuildLock()
    try {
      // Whoever held the lock may have built the very same thing.
      if (options.force || !isBuilt(bundle, made)) await build(bundle, made)
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error)
      throw new HostError('launch.buildFailed', { problem }, 1)
    } finally {
      release()
    }
  }
}
