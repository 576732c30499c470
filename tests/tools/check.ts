import { spawn } from 'node:child_process'
import { houseProblems } from './house-rules.ts'
import { layerProblems, unusedExports } from './layers.ts'
import { migrationDrift } from './migration-drift.ts'
import { readSources } from './source-graph.ts'

type Step = { name: string; run: () => Promise<string | null> }

/** Null when the step is content, else what it said. */
function command(file: string, args: string[]): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, FORCE_COLOR: '0' },
    })
    const out: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => out.push(chunk))
    child.on('error', (error) => resolve(error.message))
    child.on('close', (code) => resolve(code === 0 ? null : Buffer.concat(out).toString()))
  })
}

const bin = (name: string): string => `node_modules/.bin/${name}`
const list = (problems: string[]): string | null => (problems.length === 0 ? null : problems.join('\n'))

const projects = ['pure', 'main', 'electron', 'preload', 'renderer', 'tests']

const stages: Step[][] = [
  [
    { name: 'format and lint', run: () => command(bin('biome'), ['check', '--error-on-warnings', '.']) },
    {
      name: 'types per layer',
      run: async () => {
        const answers = []
        for (const p of projects) answers.push(await command(bin('tsc'), ['-p', `tsconfig.${p}.json`]))
        return answers.filter((a) => a !== null).join('\n') || null
      },
    },
    {
      name: 'dependency rule, names, dead exports',
      run: async () => {
        const sources = readSources('.')
        return list([...layerProblems(sources), ...houseProblems('.', sources), ...unusedExports(sources)])
      },
    },
    {
      name: 'migrations match the schema',
      run: () => migrationDrift((args) => command(bin('drizzle-kit'), args)),
    },
  ],
  [
    {
      name: 'unit and contract tests',
      run: () =>
        command(bin('vitest'), [
          'run',
          '--project',
          'unit',
          '--project',
          'contract',
          '--reporter',
          'default',
        ]),
    },
  ],
]

/** Where all tests follow anyway they need not run twice. */
const isStatic = process.argv.includes('--static')
const startedAt = performance.now()
let isFailed = false
for (const steps of isStatic ? stages.slice(0, 1) : stages) {
  await Promise.all(
    steps.map(async ({ name, run }) => {
      const from = performance.now()
      const problem = await run()
      const seconds = ((performance.now() - from) / 1000).toFixed(1)
      console.log(`${problem === null ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`)
      if (problem !== null) {
        isFailed = true
        console.log(problem.trimEnd())
      }
    }),
  )
}
console.log(
  `check: ${isFailed ? 'failed' : 'passed'} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`,
)
process.exitCode = isFailed ? 1 : 0
