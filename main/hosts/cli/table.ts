import type { Command } from './command.ts'

/** A command a file; only the one that is asked for is loaded. */
const commands = {
  status: () => import('./commands/status.ts'),
  sync: () => import('./commands/sync.ts'),
  import: () => import('./commands/import.ts'),
  report: () => import('./commands/report.ts'),
  export: () => import('./commands/export.ts'),
  reconcile: () => import('./commands/reconcile.ts'),
  backup: () => import('./commands/backup.ts'),
  restore: () => import('./commands/restore.ts'),
  verify: () => import('./commands/verify.ts'),
  package: () => import('./commands/package.ts'),
  parcel: () => import('./commands/parcel.ts'),
  demo: () => import('./commands/demo.ts'),
  recover: () => import('./commands/recover.ts'),
} satisfies Record<string, () => Promise<{ command: Command }>>

type CommandName = keyof typeof commands

export const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name)

export const loadCommand = async (name: CommandName): Promise<Command> => (await commands[name]()).command
