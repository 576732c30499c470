import type { FromReader } from '#main/importers/protocol.ts'
import { Collector } from '#main/importers/sink/collector.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { Day } from '#shared/lib/day.ts'

type Told = {
  messages: FromReader[]
  end: ReturnType<Collector['finish']> | { failed: string; details: object }
}

/** All that a sink tells of what `put` puts into it. */
export function collect(
  put: (sink: Collector) => void,
  options: { today?: string; dropsRepeats?: boolean } = {},
): Told {
  const messages: FromReader[] = []
  const sink = new Collector({
    today: (options.today ?? '2026-11-26') as Day,
    dropsRepeats: options.dropsRepeats ?? false,
    post: (message) => messages.push(message),
  })
  try {
    put(sink)
    return { messages, end: sink.finish() }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { messages, end: { failed: error.code, details: error.details } }
  }
}

/** The messages of one kind. */
export const ofKind = <K extends FromReader['kind']>(messages: readonly FromReader[], kind: K) =>
  messages.filter((message): message is Extract<FromReader, { kind: K }> => message.kind === kind)
