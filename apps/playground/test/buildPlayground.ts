import { fileURLToPath } from 'node:url'
import type { InlineConfig } from 'vite'
import { build } from 'vite'
import { pageConfig } from '../server/pageConfig.ts'

/** Where and how the built page is, for building and for serving it. */
export const built: InlineConfig = {
  configFile: false,
  // With what the frameworks say to developers.
  mode: 'development',
  logLevel: 'error',
  build: {
    outDir: fileURLToPath(new URL('../node_modules/.vite-test/built', import.meta.url)),
    emptyOutDir: true,
    minify: false,
    target: 'esnext',
  },
}

/** Builds the page once for all tests: one that a dev server serves file by file takes seconds to open. */
export default async (): Promise<void> => {
  await build({ ...pageConfig, ...built })
}
