// Loaded with --import: whoever asks for `electron` gets the fake one.
import { registerHooks } from 'node:module'

const fake = new URL(process.env.FAKE_ELECTRON ?? './electron.mjs', import.meta.url).href

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: fake, shortCircuit: true } : next(specifier, context),
})
