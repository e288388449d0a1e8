import { registerHooks } from 'node:module'
import { obeyTests } from './control.ts'

// Loaded with --import before the built main: whoever asks for `electron` gets the stand-in.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: import.meta.resolve('./electron.ts'), shortCircuit: true }
      : next(specifier, context),
})
obeyTests()
