import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryFiles, type SourceFile } from './source-graph.ts'

const TOP_FOLDERS = ['main', 'preload', 'renderer', 'shared', 'resources', 'tests', '.ci']
const README_FOLDERS = ['main', 'preload', 'renderer', 'shared', 'resources', 'tests']
const MAX_LINES = 500

type Ban = { pattern: RegExp; where: RegExp; except?: RegExp; why: string; isComment?: true }

/** What a type checker cannot see. Each ban leaves one safe place. */
const BANS: readonly Ban[] = [
  {
    pattern: /Date\.now\(|Math\.random\(|new Date\(\)/,
    where: /^(shared|main\/(core|store|queries|services|backend))\//,
    why: 'time and chance come through ports',
  },
  {
    pattern: /process\.(env|argv|exit)\b/,
    where: /^(shared|main|renderer|preload)\//,
    except: /^main\/(hosts|adapters)\/|^preload\//,
    why: 'only hosts and adapters read the platform',
  },
  {
    pattern: /\bfetch\(|XMLHttpRequest|new WebSocket\(/,
    where: /^(shared|main|renderer|preload)\//,
    except: /^(renderer\/transport|main\/providers\/http|main\/hosts\/launch)\//,
    why: 'the network has one door on each side',
  },
  {
    pattern: /dangerouslySetInnerHTML|\.innerHTML\s*=|\beval\(|new Function\(/,
    where: /^(renderer|preload|main)\//,
    why: 'no markup or code from text',
  },
  {
    pattern: /\bas any\b|: any\b|\.only\(|\bit\.skip\(|\btest\.skip\(/,
    where: /\.(ts|tsx)$/,
    except: /^tests\/tools\//,
    why: 'no opt-outs',
  },
  {
    pattern: /@ts-ignore|@ts-nocheck|biome-ignore/,
    where: /\.(ts|tsx)$/,
    except: /^tests\/tools\//,
    why: 'no opt-outs',
    isComment: true,
  },
  { pattern: /parseFloat\(/, where: /^(main|shared)\//, why: 'money never passes through a float' },
]

export function houseProblems(root: string, sources: readonly SourceFile[]): string[] {
  const problems: string[] = []
  for (const path of repositoryFiles(root)) {
    const [top = '', ...rest] = path.split('/')
    if (rest.length > 0 && !TOP_FOLDERS.includes(top))
      problems.push(`${path}: not a top-level folder of this repository`)
    problems.push(...nameProblems(path))
  }
  for (const folder of README_FOLDERS) {
    const file = join(root, folder, 'README.md')
    const lines = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').length : 0
    if (lines < 10 || lines > 30) problems.push(`${folder}/README.md: has ${lines} lines, wants 10 to 30`)
  }
  for (const { path, text } of sources) {
    const lines = text.split('\n').length
    if (lines > MAX_LINES) problems.push(`${path}: ${lines} lines, the limit is ${MAX_LINES}`)
    for (const ban of BANS) {
      if (!ban.where.test(path) || ban.except?.test(path)) continue
      const line = text
        .split('\n')
        .findIndex((l) => ban.pattern.test(l) && (ban.isComment || !/^\s*(\/\/|\*|\/\*)/.test(l)))
      if (line >= 0) problems.push(`${path}:${line + 1}: ${ban.why}`)
    }
  }
  return [...problems, ...mirrorProblems(sources)]
}

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.(ts|mjs|css|json|sql|md|svg|png|yml|html)$/
const PASCAL = /^[A-Z][A-Za-z0-9]*\.(tsx|module\.css)$/

function nameProblems(path: string): string[] {
  const name = path.split('/').at(-1) ?? ''
  if (!/\.(ts|tsx|mjs)$/.test(name) || /^(main\/store\/migrations)\//.test(path)) return []
  if (name.endsWith('.tsx')) {
    const isEntry = name === 'main.tsx' || name.endsWith('.test.tsx')
    return isEntry || PASCAL.test(name) ? [] : [`${path}: a component file is PascalCase.tsx`]
  }
  return KEBAB.test(name) ? [] : [`${path}: a source file is kebab-case.ts`]
}

/** A unit test stands at its source's path: tests/unit/main/core/x.test.ts speaks of main/core/x.ts. */
function mirrorProblems(sources: readonly SourceFile[]): string[] {
  const paths = new Set(sources.map((s) => s.path))
  return [...paths]
    .filter((path) => /^tests\/unit\/(main|shared|renderer|preload)\/.*\.test\.tsx?$/.test(path))
    .filter((path) => {
      const source = path.slice('tests/unit/'.length).replace(/\.test\.tsx?$/, '')
      return !['.ts', '.tsx', '.mjs'].some((ending) => paths.has(source + ending))
    })
    .map((path) => `${path}: no source stands at this path`)
}
