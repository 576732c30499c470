import type { FakeAnswer, FakeRequest } from '../fault-routes.ts'
import type { SelectelModel } from './model.ts'

type Pass = { project: string | null; endsMs: number }

/** Tokens that were given out, and who may use which door. */
export function createDoors(model: SelectelModel) {
  const passes = new Map<string, Pass>()
  let made = 0
  const logins: { isGood: boolean; scope: string }[] = []

  return {
    logins,
    made: () => made,
    revokeAll: () => passes.clear(),

    give(project: string | null): { value: string; endsMs: number } {
      made += 1
      const value = `gAAAAA-not-a-real-token-${made}`
      const endsMs = model.nowMs() + model.tokenLifeMs
      passes.set(value, { project, endsMs })
      return { value, endsMs }
    },

    /** The static token's door. Selectel says no in plain text. */
    account(request: FakeRequest, right: Right, answer: () => FakeAnswer): FakeAnswer {
      if (request.headers['x-token'] !== model.account.token) return { status: 401, text: 'Unauthorized' }
      if (model.denied.has(right))
        return { status: 403, json: { status: 'error', error: 'REQUEST_FORBIDDEN' } }
      return answer()
    },

    /** A project's door. `null` where the token is worth nothing. */
    projectOf(request: FakeRequest): string | null {
      const pass = passes.get(request.headers['x-auth-token'] ?? '')
      return pass && pass.endsMs > model.nowMs() ? (pass.project ?? '') : null
    },
  }
}

export type Doors = ReturnType<typeof createDoors>
type Right = SelectelModel['denied'] extends Set<infer R> ? R : never

export const unauthorized: FakeAnswer = {
  status: 401,
  json: {
    error: {
      code: 401,
      message: 'The request you have made requires authentication.',
      title: 'Unauthorized',
    },
  },
}
