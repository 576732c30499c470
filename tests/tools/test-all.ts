import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * All tests, one closing line. The runners print as they go and leave a report as a file; the sums come from those reports,
 * so a runner that dies without one counts as a failure and not as nothing.
 */
type Sum = { passed: number; failed: number; skipped: { title: string; reason: string }[] }

const reports = mkdtempSync(join(tmpdir(), 'infrazen-reports-'))
const bin = (name: string): string => join('node_modules', '.bin', name)

function run(file: string, args: string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(file, args, { stdio: 'inherit', env: { ...process.env, ...env } })
    child.on('error', () => resolve(1))
    child.on('close', (code) => resolve(code ?? 1))
  })
}

function readReport<T>(path: string): T | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T
  } catch {
    return null
  }
}

async function vitest(): Promise<Sum> {
  const file = join(reports, 'vitest.json')
  const code = await run(bin('vitest'), [
    'run',
    '--reporter',
    'default',
    '--reporter',
    'json',
    `--outputFile.json=${file}`,
  ])
  type Report = {
    numPassedTests: number
    numFailedTests: number
    testResults: {
      assertionResults: { status: string; fullName: string; meta?: { skippedBecause?: string } }[]
      status: string
    }[]
  }
  const report = readReport<Report>(file)
  if (!report) return { passed: 0, failed: 1, skipped: [] }
  const skipped = report.testResults
    .flatMap((f) => f.assertionResults)
    .filter((t) => t.status !== 'passed' && t.status !== 'failed')
    .map((t) => ({ title: t.fullName, reason: t.meta?.skippedBecause ?? 'no reason was given' }))
  // A file that fails before its first test, or an error outside any test, fails the run without a failed test.
  const failed = report.numFailedTests > 0 ? report.numFailedTests : code === 0 ? 0 : 1
  return { passed: report.numPassedTests, failed, skipped }
}

async function playwright(project: string): Promise<Sum> {
  const file = join(reports, `${project}.json`)
  const code = await run(bin('playwright'), ['test', '--project', project, '--reporter', 'list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  })
  type Suite = {
    suites?: Suite[]
    specs?: {
      title: string
      tests: { status: string; annotations: { type: string; description?: string }[] }[]
    }[]
  }
  const report = readReport<Suite>(file)
  if (!report) return { passed: 0, failed: 1, skipped: [] }
  const sum: Sum = { passed: 0, failed: 0, skipped: [] }
  const walk = (suite: Suite): void => {
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        if (test.status === 'expected') sum.passed += 1
        else if (test.status === 'skipped') {
          const reason = test.annotations.find((a) => a.type === 'skip')?.description
          sum.skipped.push({ title: spec.title, reason: reason ?? 'no reason was given' })
        } else sum.failed += 1
      }
    }
    for (const inner of suite.suites ?? []) walk(inner)
  }
  walk(report)
  if (code !== 0 && sum.failed === 0) sum.failed = 1
  return sum
}

const sums: Sum[] = []
const built = await run(process.execPath, ['main/hosts/run.mjs', 'build'])
if (built !== 0) sums.push({ passed: 0, failed: 1, skipped: [] })
else {
  sums.push(await vitest())
  sums.push(await playwright('web'))
  if ((await run(process.execPath, ['main/hosts/run.mjs', 'script', 'tests/tools/test-electron.ts'])) !== 0) {
    sums.push({ passed: 0, failed: 1, skipped: [] })
  }
}
rmSync(reports, { recursive: true, force: true })

const passed = sums.reduce((a, s) => a + s.passed, 0)
const failed = sums.reduce((a, s) => a + s.failed, 0)
const skipped = sums.flatMap((s) => s.skipped)
for (const { title, reason } of skipped) console.log(`skipped: ${title}: ${reason}`)
console.log(`${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
