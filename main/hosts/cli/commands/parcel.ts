import { resolve } from 'node:path'
import type { CallOutput } from '#shared/contract/index.ts'
import { HostError } from '../../terminal.ts'
import type { Command, Means, Outcome } from '../command.ts'
import { namedMonths } from '../months.ts'
import { neededPassphrase } from '../passphrase.ts'
import type { Column } from '../render.ts'
import { takeExport } from '../take-file.ts'

const columns: Column[] = ['month', 'rowsIn', 'totals', 'state']

/** Months of the ledger for another installation, and those that came from one. */
export const command: Command = {
  options: ['format', 'month', 'from', 'to', 'out', 'passphrase-file', 'passphrase-stdin', 'yes'],
  words: 'any',
  async run(means) {
    const [what, file, ...more] = means.words
    if (more.length > 0) throw new HostError('usage.extraWord', { word: more.join(' '), help: means.help })
    if (what === 'make' && file === undefined) return make(means)
    if (what === 'open' && file !== undefined) return open(means, file)
    if (what === 'merge' && file !== undefined) return merge(means, file)
    throw new HostError('usage.parcel', { help: means.help })
  },
}

async function make(means: Means): Promise<Outcome> {
  const { options, signIn, ask } = means
  const months = namedMonths(options)
  if (months === null || options.out === undefined) throw new HostError('usage.parcel', { help: means.help })
  const passphrase = await neededPassphrase(means)
  await signIn()
  const { id } = await ask('transfer.start', { months, passphrase })
  const path = resolve(process.env.INIT_CWD ?? '.', options.out)
  const { lines, bytes, sha256 } = await takeExport(means, id, path)
  const { fingerprint } = await ask('transfer.list', {})
  return { facts: { path, rows: lines, bytes, sha256, fingerprint } }
}

async function open(means: Means, file: string): Promise<Outcome> {
  return withParcel(means, file, async (seen) => told(means, seen))
}

async function merge(means: Means, file: string): Promise<Outcome> {
  return withParcel(means, file, async (seen, parcel) => {
    told(means, seen)
    const months = namedMonths(means.options) ?? seen.months.map(({ month }) => month)
    const isSenderChecked = means.options.yes ?? false
    const { lines, ...counts } = await means.ask('transfer.merge', { ...parcel, months, isSenderChecked })
    return { facts: { rows: lines, ...counts } }
  })
}

type Seen = CallOutput<'transfer.open'>
type Parcel = { token: string; passphrase: string }

async function withParcel(
  means: Means,
  file: string,
  use: (seen: Seen, parcel: Parcel) => Promise<Outcome>,
): Promise<Outcome> {
  const { ports, ask, signIn } = means
  const passphrase = await neededPassphrase(means)
  const { token } = ports.inbox.give(resolve(process.env.INIT_CWD ?? '.', file))
  try {
    await signIn()
    return await use(await ask('transfer.open', { token, passphrase }), { token, passphrase })
  } finally {
    ports.inbox.drop(token)
  }
}

/** Whose it is stands on the other stream: a person compares it, a script does not read it. */
function told({ terminal }: Means, { organisation, fingerprint, sender, months }: Seen): Outcome {
  terminal.note('cli.parcelFrom', { organisation, fingerprint })
  if (sender !== 'known') terminal.note(sender === 'new' ? 'cli.senderNew' : 'cli.senderChanged')
  return {
    rows: months.map(({ month, lines, billed, state }) => ({
      month,
      rowsIn: lines,
      totals: billed.map(({ amount, currency }) => `${amount} ${currency}`).join('; '),
      state,
    })),
    columns,
  }
}
