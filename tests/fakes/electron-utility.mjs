// The door of the backend's process under the fake Electron: gives it the `parentPort` that a utility process has.
process.parentPort = {
  // Whoever is gone needs no answer.
  postMessage: (message) => process.send(message, () => undefined),
  on: (name, listener) => process.on(name, (data) => listener({ data })),
}
// A utility process ends with the application that started it.
process.on('disconnect', () => process.exit(1))

await import(process.env.FAKE_UTILITY)
