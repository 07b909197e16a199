import type { UserConfig } from 'tsdown'

/** How every published package is built: ESM only, one file per entry point, declarations from isolatedDeclarations. */
export const libraryBuild = (entry: Record<string, string>): UserConfig => ({
  entry,
  format: 'esm',
  platform: 'neutral',
  deps: { neverBundle: /^node:/ },
  target: 'es2022',
  dts: true,
  sourcemap: true,
  fixedExtension: false,
  tsconfig: 'tsconfig.json',
})
