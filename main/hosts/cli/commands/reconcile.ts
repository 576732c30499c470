import { exitCodes } from '../../exit-codes.ts'
import type { Command } from '../command.ts'
import { lastMonth, readMonth } from '../period.ts'
import type { Column } from '../render.ts'

const columns: Column[] = [
  'account',
  'provider',
  'month',
  'currency',
  'accrued',
  'withVat',
  'act',
  'actNumbers',
  'difference',
  'unexplained',
  'isEqual',
]

/** Bill against act, account by account. 3: there are differences; 1: an account has no act yet, or an act no account. */
export const command: Command = {
  options: ['format', 'month'],
  words: 'none',
  async run({ ask, signIn, options, terminal }) {
    const named = readMonth(options.month)
    await signIn()
    const month = named ?? (await lastMonth(ask))
    const { items, unknownActs } = await ask('reconciliation.list', { month })
    const rows = items.map((one) => ({
      account: one.name,
      provider: one.provider,
      month: one.month,
      currency: one.currency,
      accrued: one.accrued,
      withVat: one.withVat,
      act: one.act?.total ?? null,
      actNumbers: one.act?.numbers.join('; ') ?? null,
      difference: one.difference,
      unexplained: one.causes.find(({ kind }) => kind === 'unexplained')?.amount ?? null,
      isEqual: one.isEqual,
    }))
    if (unknownActs > 0) terminal.note('cli.unknownActs', { count: unknownActs })
    const hasNoAct = unknownActs > 0 || items.some(({ act }) => act === null)
    const isDifferent = items.some(({ act, isEqual }) => act !== null && !isEqual)
    const code = hasNoAct ? exitCodes.failed : isDifferent ? exitCodes.partly : exitCodes.ok
    return { rows, columns: [...columns], code }
  },
}
