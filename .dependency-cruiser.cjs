// The layer table of the core, and who may import whom among the packages. Type imports count.

/** What each folder of packages/core/src may import, besides itself. */
const layers = {
  collections: [],
  model: ['collections'],
  protocol: ['model', 'collections'],
  state: ['model', 'protocol', 'collections'],
  reduce: ['state', 'model', 'protocol', 'collections'],
  select: ['state', 'model', 'protocol', 'collections'],
  flow: ['model', 'protocol'],
  store: ['reduce', 'select', 'state', 'model', 'protocol', 'collections'],
  binding: ['model', 'protocol', 'collections'],
  emoji: [],
  parts: ['model', 'protocol', 'store'],
  attachments: ['parts', 'binding', 'model', 'protocol'],
  contacts: ['parts', 'binding', 'model', 'protocol', 'collections'],
  groups: ['parts', 'binding', 'state', 'model', 'protocol', 'collections'],
}

/** Parts of a chat, and what they share. */
const parts = ['parts', 'attachments', 'contacts', 'groups']

/** Folders that are entry points of their own: what doesn't import them doesn't carry them. */
const entryFolders = ['emoji', ...parts]

/** The public interfaces, which say what a chat is: what the bindings share is written against them. */
const publicInterfaces = ['chat.ts', 'conversationHandle.ts']

const core = '^packages/core/src/'
const tests = '[.](test|test-d|bench)[.]tsx?$'

const layerRules = Object.entries(layers).map(([folder, allowed]) => ({
  name: `core-${folder}`,
  comment: `${folder}/ may import ${allowed.length > 0 ? allowed.join(', ') : 'nothing'} of the core`,
  severity: 'error',
  from: { path: `${core}${folder}/`, pathNot: tests },
  to: { path: `${core}.+/`, pathNot: [folder, ...allowed].map(name => `${core}${name}/`) },
}))

/** Which packages of others a published package may import, besides its tests. */
const packageRules = [
  ['core', []],
  ['react', ['core']],
  ['vue', ['core']],
  ['svelte', ['core']],
  ['websocket', ['core']],
  ['sandbox', ['core', 'websocket']],
  ['easemob', ['core']],
].map(([name, allowed]) => ({
  name: `package-${name}`,
  comment: `@parlance/${name} may import ${allowed.map(other => `@parlance/${other}`).join(', ') || 'no other package of ours'}`,
  severity: 'error',
  from: { path: `^packages/${name}/src/`, pathNot: tests },
  to: { path: '^packages/', pathNot: [name, ...allowed].map(other => `^packages/${other}/`) },
}))

module.exports = {
  forbidden: [
    ...layerRules,
    ...packageRules,
    {
      name: 'core-operators-in-flow',
      comment:
        'only flow/ imports rxjs operators; elsewhere of rxjs only the types, and Observable and Subject at the root, in store/ and in testing/',
      severity: 'error',
      from: { path: `${core}(collections|model|state|reduce|select|binding)/`, pathNot: tests },
      to: { path: 'node_modules/rxjs' },
    },
    {
      name: 'core-protocol-rxjs-types',
      comment: 'protocol/ names the Observable type of rxjs and runs none of its code',
      severity: 'error',
      from: { path: `${core}protocol/`, pathNot: tests },
      to: { path: 'node_modules/rxjs', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'core-signals-in-store',
      comment: 'only store/ imports signals',
      severity: 'error',
      from: { path: core, pathNot: [`${core}store/`, tests] },
      to: { path: 'node_modules/@preact/signals-core' },
    },
    {
      name: 'core-immer-in-reduce',
      comment: 'immer reduces: reduce/, and store/ which applies a batch',
      severity: 'error',
      from: { path: core, pathNot: [`${core}(reduce|store)/`, tests] },
      to: { path: 'node_modules/immer' },
    },
    {
      name: 'core-testing-is-apart',
      comment: 'nothing that ships imports testing/',
      severity: 'error',
      from: { path: core, pathNot: [`${core}testing/`, tests] },
      to: { path: `${core}testing/` },
    },
    {
      name: 'core-entries-are-apart',
      comment: 'nothing of the core imports what has an entry point of its own',
      severity: 'error',
      from: { path: core, pathNot: [...entryFolders.map(folder => `${core}${folder}/`), tests] },
      to: { path: entryFolders.map(folder => `${core}${folder}/`) },
    },
    {
      name: 'core-root-is-above',
      comment: 'layers do not import the composition root; binding/ knows the public interfaces',
      severity: 'error',
      from: { path: `${core}(${Object.keys(layers).join('|')})/`, pathNot: [`${core}(binding|${parts.join('|')})/`, tests] },
      to: { path: `${core}[^/]+[.]ts$` },
    },
    {
      name: 'core-binding-knows-interfaces',
      comment: 'binding/ imports nothing of the composition root but the public interfaces, as types',
      severity: 'error',
      from: { path: `${core}binding/`, pathNot: tests },
      to: { path: `${core}[^/]+[.]ts$`, pathNot: publicInterfaces.map(file => `${core}${file}`) },
    },
    {
      name: 'core-parts-know-their-host',
      comment:
        'of the composition root a part imports what it is a part by, the public interfaces, the clock, and the one way to say misuse',
      severity: 'error',
      from: { path: `${core}(${parts.join('|')})/`, pathNot: tests },
      to: { path: `${core}[^/]+[.]ts$`, pathNot: [`${core}(part|chat|conversationHandle|misuse|systemClock)[.]ts$`] },
    },
    {
      name: 'public-names-only',
      comment: 'a package reaches another through its entry points',
      severity: 'error',
      from: { path: '^packages/([^/]+)/' },
      to: {
        path: '^packages/',
        pathNot: [
          '^packages/$1/',
          '^packages/[^/]+/src/index[.]ts$',
          '^packages/[^/]+/src/(testing|server|wire|emoji|attachments|contacts|groups)/index[.]ts$',
        ],
      },
    },
    {
      name: 'testing-in-tests',
      comment: '@parlance/core/testing is for tests, for the sandbox and for the conformance suite',
      severity: 'error',
      from: { path: '^packages/(?!core/|sandbox/|conformance/)[^/]+/src/', pathNot: tests },
      to: { path: `${core}testing/` },
    },
    { name: 'no-cycle', comment: 'the layers are a DAG, and so are the files', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', comment: 'an import that leads nowhere', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-tests-shipped',
      comment: 'sources do not import tests',
      severity: 'error',
      from: { pathNot: [tests, '/test/', '/test-server/'] },
      to: { path: [tests, '^packages/[^/]+/test(-server)?/'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^packages/[^/]+/(dist|api)/', '^reports/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@parlance/source', 'import', 'node', 'types', 'default'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
