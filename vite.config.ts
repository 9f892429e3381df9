import optimizeLocales from '@react-aria/optimize-locales-plugin'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { persianStrings } from './src/ui/persian-strings/plugin.ts'

/** The one face is asked for with the page and not after its styles. */
const earlyFont: Plugin = {
  name: 'kariz-early-font',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) =>
      Object.keys(bundle ?? {})
        .filter((name) => name.endsWith('.woff2'))
        .map((name) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: `/${name}` },
          injectTo: 'head-prepend' as const,
        })),
  },
}
const oneLocale = (): Plugin => ({ ...optimizeLocales.vite({ locales: ['en-US'] }), enforce: 'pre' })

export default defineConfig({
  root: new URL('src/app', import.meta.url).pathname,
  build: { outDir: new URL('dist/web', import.meta.url).pathname, emptyOutDir: true, target: 'baseline-widely-available' },
  // While developing, packages are bundled beforehand and apart: they must learn Persian there too.
  optimizeDeps: { rolldownOptions: { plugins: [oneLocale(), persianStrings()] } },
  plugins: [oneLocale(), persianStrings(), react(), tailwindcss(), earlyFont],
})
