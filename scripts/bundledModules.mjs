// What comes along with an import, for tests that hold that little does.
import { relative } from 'node:path'
import { build, defaultClientConditions } from 'vite'
import { root } from './workspace.ts'

const entry = 'virtual:entry'

/**
 * Bundles a piece of code against the packages as they are, frameworks and other libraries left out.
 * @param {string} code
 * @returns {Promise<readonly string[]>}
 */
export const bundledModules = async code => {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    resolve: { conditions: ['@parlance/source', ...defaultClientConditions] },
    plugins: [
      {
        name: 'entry',
        resolveId: id => (id === entry ? `\0${entry}` : undefined),
        load: id => (id === `\0${entry}` ? code : undefined),
      },
    ],
    build: {
      write: false,
      minify: false,
      rolldownOptions: {
        input: entry,
        external: id => /^[@\w]/.test(id) && !/^(@parlance\/|virtual:)/.test(id),
        preserveEntrySignatures: 'strict',
      },
    },
  })
  const outputs = [result].flat().flatMap(({ output }) => output)
  return outputs
    .flatMap(({ modules = {} }) => Object.entries(modules))
    .filter(([, { renderedLength }]) => renderedLength > 0)
    .map(([id]) => relative(root, id).replaceAll('\\', '/'))
    .filter(id => id.startsWith('packages/'))
    .sort()
}
