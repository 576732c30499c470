// Starts the built main bundle the way Electron does: evaluates it to its end, and only then becomes ready.
await import(process.env.FAKE_MAIN)
const { codeLoaded } = await import('./electron.mjs')
codeLoaded()
