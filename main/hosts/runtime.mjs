// Plain JavaScript that any Node can read: better-sqlite3 13 ends a Node with an older Node-API by a signal, with
// nothing to catch, so every entry asks here before it imports anything else.
const NEEDED_NODE_API = 10
export const WRONG_RUNTIME = 78

/** What to tell the person when this Node cannot run the program; null when it can. */
export function describeWrongRuntime({ napi, node }) {
  if (Number(napi ?? 0) >= NEEDED_NODE_API) return null
  return (
    `InfraZen: нужен Node.js 22.14 или новее, запущен ${node}. Выполните «npm ci» и запускайте через npm.\n` +
    `InfraZen needs Node.js 22.14 or newer; this is ${node}. Run "npm ci" and start it through npm.\n`
  )
}

export function requireRuntime() {
  const problem = describeWrongRuntime(process.versions)
  if (problem === null) return
  process.stderr.write(problem)
  process.exit(WRONG_RUNTIME)
}
