import { defineConfig } from 'vite'

/** Everything that runs on Node: the Electron main process, its backend process, the web host and the command line. */
export default defineConfig({
  build: {
    ssr: true,
    outDir: 'out/main',
    emptyOutDir: true,
    target: 'node24',
    minify: true,
    rolldownOptions: {
      input: {
        electron: 'main/hosts/electron/main.ts',
        backend: 'main/hosts/electron/backend-process.ts',
        web: 'main/hosts/web/main.ts',
        cli: 'main/hosts/cli/main.ts',
        reader: 'main/importers/thread/entry.ts',
      },
      external: ['electron', 'better-sqlite3', '@napi-rs/keyring', '@resvg/resvg-js'],
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
  ssr: { noExternal: true, external: ['electron', 'better-sqlite3', '@napi-rs/keyring', '@resvg/resvg-js'] },
})
