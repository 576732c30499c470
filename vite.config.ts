import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The page: one bundle for the window and for the browser. */
export default defineConfig({
  root: 'renderer',
  base: '/',
  plugins: [react()],
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    target: 'chrome140',
    // Fonts and images stay files: the page's content security policy allows no data: URLs for fonts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
  },
})
