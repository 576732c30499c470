import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A schema edited without `npm run migration` would work on new stores only: generate into a copy and see what appears. */
export async function migrationDrift(
  run: (args: string[]) => Promise<string | null>,
): Promise<string | null> {
  const copy = mkdtempSync(join(tmpdir(), 'infrazen-drift-'))
  try {
    cpSync('main/store/migrations', copy, { recursive: true })
    const before = sqlFiles(copy)
    const problem = await run([
      'generate',
      '--dialect',
      'sqlite',
      '--schema',
      './main/store/schema/*.ts',
      '--out',
      copy,
    ])
    if (problem !== null) return problem
    const added = sqlFiles(copy).filter((name) => !before.includes(name))
    return added.length === 0
      ? null
      : 'the schema has changes without a migration: run `npm run migration -- --name <what>`'
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

const sqlFiles = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith('.sql'))
