import { availableParallelism } from 'node:os'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import react, { reactCompilerPreset } from '@vitejs/plugin-react'
import babel from '@rolldown/plugin-babel'
import vue from '@vitejs/plugin-vue'
import { playwright } from '@vitest/browser-playwright'
import { defaultClientConditions, defaultServerConditions } from 'vite'
import type { PluginOption } from 'vite'
import { defineConfig } from 'vitest/config'
import { chromiumFlags, findChromium } from './scripts/chromium.mjs'

const source = '@parlance/source'
const anywhere = (name: string): string[] => [`packages/*/{src,test,test-server}/**/${name}`, `apps/*/{src,test}/**/${name}`]
const tests = anywhere('*.test.{ts,tsx}')
const domTests = anywhere('*.dom.test.{ts,tsx}')
const browserTests = anywhere('*.browser.test.{ts,tsx}')
/** Those that drive pages of the playground. */
const pageTests = ['apps/playground/test/*.e2e.test.ts']
/** Those that put globals there for an SDK. */
const sdkTests = ['packages/*/{src,test,test-server}/**/*.e2e.test.ts']
/** The one that loads broken modules in the place of real ones. */
const apartTests = ['packages/core/test/breaks.test.ts']
const inReact = (patterns: string[]): string[] => patterns.map(pattern => pattern.replace('*/', 'react/')).slice(0, 1)

const frameworks = (): PluginOption[] => [vue(), svelte({ configFile: false, compilerOptions: { runes: true } }), react()]
/** What a user who turned the React Compiler on would compile: components in tests, never the library itself. */
const reactCompiler = (): PluginOption => {
  const preset = reactCompilerPreset()
  preset.rolldown.filter = { ...preset.rolldown.filter, id: /packages\/react\/(test\/.*|.*\.test)\.tsx$/ }
  return babel({ presets: [preset] })
}

const client = { conditions: [source, ...defaultClientConditions] }
const server = { conditions: [source, ...defaultServerConditions] }
const executablePath = findChromium()
const chromium = (name: string) => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({ launchOptions: { args: chromiumFlags, ...(executablePath ? { executablePath } : {}) } }),
  instances: [{ browser: 'chromium' as const, name }],
})

/** Properties and browsers take their time on a busy machine; what hangs, hangs longer. */
const patient = { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 20_000 } } }

export default defineConfig({
  test: {
    // Many wait for timers and browsers; vitest's own choice would be one on two cores.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    reporters: ['default', ['json', { outputFile: 'reports/vitest.json' }]],
    projects: [
      {
        plugins: frameworks(),
        resolve: server,
        ssr: { resolve: server },
        test: {
          ...patient,
          name: 'node',
          environment: 'node',
          // One load of the modules for all: they keep no state, which this shows.
          isolate: false,
          include: tests,
          exclude: [...domTests, ...browserTests, ...pageTests, ...sdkTests, ...apartTests],
          provide: { reactCompiler: false },
        },
      },
      {
        resolve: server,
        ssr: { resolve: server },
        test: { ...patient, name: 'sdk', environment: 'node', isolate: false, include: sdkTests },
      },
      {
        resolve: server,
        ssr: { resolve: server },
        test: {
          ...patient,
          name: 'pages',
          environment: 'node',
          // One load of the modules and one Chromium for all that a worker runs.
          isolate: false,
          include: pageTests,
          globalSetup: ['apps/playground/test/buildPlayground.ts'],
          setupFiles: ['apps/playground/test/pictureFailures.ts'],
        },
      },
      {
        resolve: server,
        ssr: { resolve: server },
        test: { ...patient, name: 'apart', environment: 'node', include: apartTests },
      },
      {
        plugins: frameworks(),
        resolve: client,
        ssr: { resolve: client },
        test: { ...patient, name: 'happy-dom', environment: 'happy-dom', include: domTests, provide: { reactCompiler: false } },
      },
      {
        plugins: [...frameworks(), reactCompiler()],
        resolve: client,
        ssr: { resolve: client },
        test: {
          ...patient,
          name: 'happy-dom, React Compiler',
          environment: 'happy-dom',
          include: inReact(domTests),
          provide: { reactCompiler: true },
        },
      },
      {
        plugins: frameworks(),
        resolve: client,
        test: {
          ...patient,
          name: 'browser',
          browser: chromium('browser in Chromium'),
          include: browserTests,
          provide: { reactCompiler: false },
          globalSetup: ['packages/core/test/transfer/serveFiles.ts', 'packages/easemob/test/serveWorld.ts'],
        },
      },
      {
        plugins: [...frameworks(), reactCompiler()],
        resolve: client,
        test: {
          ...patient,
          name: 'browser, React Compiler',
          browser: chromium('browser in Chromium, React Compiler'),
          include: inReact(browserTests),
          provide: { reactCompiler: true },
        },
      },
    ],
  },
})

declare module 'vitest' {
  export interface ProvidedContext {
    /** true where the components in packages/react's tests were compiled by the React Compiler */
    reactCompiler: boolean
  }
}
