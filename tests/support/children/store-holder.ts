import { openStore } from '#main/store/open.ts'
import { AppError } from '#shared/errors/app-error.ts'
import { testPorts } from '#tests/fakes/ports.ts'

/** Opens the store named on its command line, says so and keeps it until it is killed; or says why it could not. */
try {
  const store = await openStore(testPorts(process.argv[2] ?? ''))
  console.log('open')
  process.stdin.on('end', () => store.close()).resume()
} catch (error) {
  console.log(error instanceof AppError ? `${error.code} ${error.details.pid}` : String(error))
}
