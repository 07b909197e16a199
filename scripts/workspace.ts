import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root. */
export const root: string = dirname(dirname(fileURLToPath(import.meta.url)))

/** A package that is published: its name, folder and entry points. */
export interface Package {
  readonly name: string
  /** Relative to the root, as `packages/core`. */
  readonly folder: string
  readonly entries: readonly Entry[]
}

/** One subpath of a package's `exports`. */
export interface Entry {
  /** What one imports, as `@parlance/core/testing`. */
  readonly specifier: string
  /** The name of its built file, as `testing`. */
  readonly name: string
  /** Relative to the package, as `src/testing/index.ts`. */
  readonly source: string
  /** The built declarations, relative to the package, as `dist/testing.d.ts`. */
  readonly declarations: string
}

interface Manifest {
  readonly name: string
  readonly private?: boolean
  readonly exports: Record<string, { '@parlance/source': string; types: string }>
}

const manifestIn = (folder: string): Manifest => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest

const packageIn = (folder: string): Package => {
  const manifest = manifestIn(folder)
  return {
    name: manifest.name,
    folder,
    entries: Object.entries(manifest.exports).map(([subpath, target]) => ({
      specifier: manifest.name + subpath.slice(1),
      name: subpath === '.' ? 'index' : subpath.slice(2),
      source: target['@parlance/source'].slice(2),
      declarations: target.types.slice(2),
    })),
  }
}

/** Every published package. */
export const packages = (): Package[] =>
  readdirSync(join(root, 'packages'))
    .map(name => `packages/${name}`)
    .filter(folder => existsSync(join(root, folder, 'package.json')) && manifestIn(folder).private !== true)
    .map(packageIn)
