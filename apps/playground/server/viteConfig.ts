import type { InlineConfig } from 'vite'
import { emojiPlugin } from './emoji/emojiPlugin.ts'
import { pageConfig } from './pageConfig.ts'
import type { SandboxPluginOptions } from './sandboxPlugin.ts'
import { sandboxPlugin } from './sandboxPlugin.ts'

/** The server of the playground: its page, and the sandbox behind it. */
export const viteConfig = (options: SandboxPluginOptions = {}): InlineConfig => ({
  ...pageConfig,
  plugins: [sandboxPlugin(options), emojiPlugin(), ...pageConfig.plugins],
})
