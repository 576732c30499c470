#!/usr/bin/env node
// The door of every command. Plain JavaScript that any Node can read, because better-sqlite3 ends a Node with an older
// Node-API by a signal, with nothing to catch: the check has to come before the first import.
const [command = 'start', ...args] = process.argv.slice(2)

if (Number(process.versions.napi ?? 0) < 10) {
  process.stderr.write(
    `InfraZen: нужен Node.js 22.14 или новее, запущен ${process.versions.node}. Выполните «npm ci» и запускайте через npm.\n` +
      `InfraZen needs Node.js 22.14 or newer; this is ${process.versions.node}. Run "npm ci" and start it through npm.\n`,
  )
  process.exit(78)
}

const { run } = await import('./launch/run.ts')
await run(command, args)
