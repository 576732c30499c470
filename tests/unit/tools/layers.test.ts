import { describe, expect, it } from 'vitest'
import { layerProblems, unusedExports } from '#tests/tools/layers.ts'
import { parseSource } from '#tests/tools/source-graph.ts'

const problemsOf = (path: string, text: string) => layerProblems([parseSource(path, text)])

describe('the dependency rule', () => {
  it.each([
    ['main/core/rules/x.ts', "import { readFileSync } from 'node:fs'"],
    ['main/core/rules/x.ts', "import { x } from '#main/store/store.ts'"],
    ['main/queries/x.query.ts', "import { insertUser } from '../store/repos/people.repo.ts'"],
    ['main/services/people/x.ts', "import { createDispatch } from '#main/backend/dispatch.ts'"],
    ['main/services/people/x.ts', "import Database from 'better-sqlite3'"],
    ['main/store/repos/x.repo.ts', "import Database from 'better-sqlite3'"],
    ['main/backend/handlers/x.handlers.ts', "import { app } from 'electron'"],
    ['main/hosts/web/x.ts', "import { app } from 'electron'"],
    ['main/hosts/web/x.ts', "import { relay } from '../channel/relay.ts'"],
    ['main/hosts/web/x.ts', "import { servePage } from '../electron/protocol.ts'"],
    ['main/hosts/channel/x.ts', "import { app } from 'electron'"],
    ['main/hosts/channel/x.ts', "import { servePage } from '../electron/protocol.ts'"],
    ['preload/x.ts', "import { z } from 'zod'"],
    ['renderer/features/budgets/x.ts', "import { y } from '../resources/view.ts'"],
    ['renderer/features/budgets/x.ts', "import { y } from '#main/core/money/money.ts'"],
    ['renderer/ui/X.tsx', "import { useCall } from '#renderer/transport/use-call.ts'"],
    ['shared/lib/x.ts', "import fs from 'node:fs'"],
    ['shared/lib/x.ts', "export const load = () => import('#main/core/money/money.ts')"],
    ['elsewhere/x.ts', 'export const x = 1'],
  ])('refuses %s: %s', (path, text) => {
    expect(problemsOf(path, text)).not.toEqual([])
  })

  it.each([
    ['main/core/rules/x.ts', "import { money } from '../money/money.ts'"],
    ['main/store/open.ts', "import Database from 'better-sqlite3'"],
    ['main/store/repos/x.repo.ts', "import type Database from 'better-sqlite3'"],
    ['main/hosts/electron/main.ts', "import { app } from 'electron'"],
    ['main/hosts/electron/main.ts', "import { relay } from '../channel/relay.ts'"],
    ['renderer/features/budgets/view.ts', "import { formatMoney } from '#shared/lib/format-money.ts'"],
  ])('accepts %s: %s', (path, text) => {
    expect(problemsOf(path, text)).toEqual([])
  })

  it('finds a cycle of run-time imports and lets types be', () => {
    const a = parseSource('shared/lib/a.ts', "import { b } from './b.ts'\nexport const a = () => b")
    const b = parseSource('shared/lib/b.ts', "import { a } from './a.ts'\nexport const b = () => a")
    const typed = parseSource(
      'shared/lib/b.ts',
      "import type { a } from './a.ts'\nexport const b: typeof a = 1",
    )
    expect(layerProblems([a, b])).toEqual([
      'import cycle: shared/lib/a.ts → shared/lib/b.ts → shared/lib/a.ts',
    ])
    expect(layerProblems([a, typed])).toEqual([])
  })

  it('finds an export that nothing imports', () => {
    const a = parseSource('shared/lib/a.ts', 'export const used = 1\nexport const dead = 2')
    const b = parseSource('tests/unit/shared/lib/a.test.ts', "import { used } from '#shared/lib/a.ts'\nused")
    expect(unusedExports([a, b])).toEqual(['shared/lib/a.ts: nothing imports dead'])
  })
})
