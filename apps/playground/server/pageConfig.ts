import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import react from '@vitejs/plugin-react'
import vue from '@vitejs/plugin-vue'
import type { InlineConfig } from 'vite'
import { defaultClientConditions } from 'vite'

/** The page of the playground: three frameworks at once. */
export const pageConfig = {
  root: fileURLToPath(new URL('..', import.meta.url)),
  // So that edits of the packages' sources show at once.
  resolve: { conditions: ['@parlance/source', ...defaultClientConditions], dedupe: ['react', 'react-dom', 'vue', 'svelte', 'rxjs'] },
  // Three frameworks and an SDK are no small page.
  build: { chunkSizeWarningLimit: 1_500, target: 'esnext' },
  plugins: [react(), vue(), svelte({ configFile: false, compilerOptions: { runes: true } })],
} satisfies InlineConfig
