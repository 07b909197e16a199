import type { KnipConfig } from 'knip'

const workspace = (folder: string, extensions: string): object => ({
  [folder]: {
    entry: [`{src,test}/**/*.{test,test-d,bench}.{ts,tsx}`],
    project: [`{src,test}/**/*.${extensions}`],
  },
})

const config: KnipConfig = {
  ignoreExportsUsedInFile: { interface: true, type: true },
  workspaces: {
    '.': {
      entry: ['scripts/servePlayground.ts', 'scripts/gates/*.ts'],
      project: ['scripts/**/*.{ts,mjs}', '*.{ts,js,cjs}'],
      ignoreDependencies: [
        // Our own packages and what the documents' snippets and the shared tests import.
        '@parlance/.+',
        'react',
        'react-dom',
        '@types/react',
        '@types/react-dom',
        'rxjs',
        'easemob-websdk',
        // Run by name in scripts/gates.
        '@arethetypeswrong/cli',
        'dependency-cruiser',
        'oxlint-tsgolint',
      ],
    },
    ...workspace('packages/core', 'ts'),
    ...workspace('packages/react', '{ts,tsx}'),
    ...workspace('packages/vue', '{ts,vue}'),
    ...workspace('packages/svelte', '{ts,svelte}'),
    ...workspace('packages/sandbox', 'ts'),
    ...workspace('packages/websocket', 'ts'),
    'packages/easemob': {
      entry: ['{src,test,test-server}/**/*.test.ts', 'test-server/index.ts'],
      project: ['{src,test,test-server}/**/*.ts'],
    },
    'packages/conformance': { project: ['src/**/*.ts'] },
    'apps/playground': { project: ['{src,test,server}/**/*.{ts,tsx,vue,svelte}'] },
  },
}

export default config
