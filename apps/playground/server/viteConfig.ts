import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import react from '@vitejs/plugin-react'
import vue from '@vitejs/plugin-vue'
import type { InlineConfig } from 'vite'
import { defaultClientConditions } from 'vite'
import { emojiPlugin } from './emoji/emojiPlugin.ts'
import type { SandboxPluginOptions } from './sandboxPlugin.ts'
import { sandboxPlugin } from './sandboxPlugin.ts'

/** The dev server of the playground: three frameworks on one page, and the sandbox behind it. */
export const viteConfig = (options: SandboxPluginOptions = {}): InlineConfig => ({
  root: fileURLToPath(new URL('..', import.meta.url)),
  // So that edits of the packages' sources show at once.
  resolve: { conditions: ['@parlance/source', ...defaultClientConditions], dedupe: ['react', 'react-dom', 'vue', 'svelte', 'rxjs'] },
  plugins: [sandboxPlugin(options), emojiPlugin(), react(), vue(), svelte({ configFile: false, compilerOptions: { runes: true } })],
})
