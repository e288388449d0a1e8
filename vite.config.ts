import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/**
 * package.json names two endings for `#renderer/*`; the compiler tries both, the bundler only the
 * first. This tries the second, so that package.json stays the one place that names them.
 */
const componentEndings: Plugin = {
  name: 'component-endings',
  enforce: 'pre',
  resolveId(source) {
    if (!source.startsWith('#renderer/')) return null
    const file = fileURLToPath(new URL(`./${source.slice(1)}.tsx`, import.meta.url))
    return existsSync(file) ? file : null
  },
}

export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [componentEndings, react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome120',
    /** A script or a font inside the page would break the content security policy. */
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/,
              priority: 2,
            },
            {
              name: 'library',
              test: /node_modules[\\/](antd|@ant-design|@rc-component)[\\/]/,
              priority: 1,
            },
            {
              name: 'core',
              test: /node_modules[\\/](@orpc|zod|zustand|i18next|react-i18next)[\\/]/,
            },
          ],
        },
      },
    },
  },
})
