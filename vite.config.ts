import optimizeLocales from '@react-aria/optimize-locales-plugin'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { persianStrings } from './src/ui/persian-strings/plugin.ts'

export default defineConfig({
  root: new URL('src/app', import.meta.url).pathname,
  build: { outDir: new URL('dist/web', import.meta.url).pathname, emptyOutDir: true, target: 'baseline-widely-available' },
  plugins: [{ ...optimizeLocales.vite({ locales: ['en-US'] }), enforce: 'pre' }, persianStrings(), react(), tailwindcss()],
})
