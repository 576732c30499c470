import { writeSync } from 'node:fs'
import { createNodePorts } from '#main/adapters/node-ports.ts'
import { openVault } from '#main/hosts/cli/open-vault.ts'
import { createTerminal } from '#main/hosts/terminal.ts'
import { AppError } from '#shared/errors/app-error.ts'

/** Opens the vault of a data folder as a command does, and says what it is then; ends with the command's exit code. */
const [dataFolder = '', from] = process.argv.slice(2)
const terminal = createTerminal(process.env)
const ports = createNodePorts({ host: 'cli', version: '0.0.0-test', env: process.env, dataFolder })
const vault = ports.secrets.passphrase
const door = {
  file: ports.paths.vaultFile,
  state: async () => vault.state(),
  async unlock(passphrase: string) {
    if (!(await vault.unlock(passphrase))) throw new AppError('vault.wrongPassphrase')
  },
}
try {
  await openVault(door, terminal, { fromStdin: from === 'stdin' })
  writeSync(1, `${vault.state()}\n`)
} catch (error) {
  process.exitCode = terminal.explain(error)
}
