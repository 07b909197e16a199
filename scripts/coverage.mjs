// Whether docs/coverage.md tells the truth: each piece of API in it compiles, each rule stands in SPEC.md, each test is there.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { packages, root } from './workspace.ts'

const table = join(root, 'docs/coverage.md')
const spec = join(root, 'packages/core/SPEC.md')
const bindings = ['@parlance/react', '@parlance/vue', '@parlance/svelte']

const ruleId = /\b[A-Z]{2,5}\d{1,2}\b/g
const statedRule = /^- \*\*([A-Z]{2,5}\d{1,2})\*\*/gm

/**
 * @typedef {object} Row
 * @property {string} name The row's number in the document, or a plus and what it is about.
 * @property {readonly string[]} api
 * @property {readonly string[]} rules
 * @property {readonly string[]} tests Each as `file: title`.
 */

/**
 * The rows of the tables in docs/coverage.md.
 * @returns {readonly Row[]}
 */
export const coverageRows = () =>
  readFileSync(table, 'utf8')
    .split('\n')
    .map(line => line.split(/(?<!\\)\|/).map(cell => cell.trim()))
    .filter(cells => cells.length === 8 && /^(\d+|\+)$/.test(cells[1] ?? ''))
    .map(([, number, topic, api = '', rules = '', tests = '']) => ({
      name: number === '+' ? `+ ${topic}` : number,
      api: Array.from(api.matchAll(/`([^`]+)`/g), ([, code]) => code),
      rules: rules.match(ruleId) ?? [],
      tests: tests.split('<br>').filter(test => test !== ''),
    }))

/**
 * Rules that the table names and SPEC.md doesn't state.
 * @returns {readonly string[]}
 */
export const unstatedRules = () => {
  const stated = new Set(Array.from(readFileSync(spec, 'utf8').matchAll(statedRule), ([, rule]) => rule))
  return coverageRows().flatMap(({ name, rules }) => rules.filter(rule => !stated.has(rule)).map(rule => `row ${name}: ${rule}`))
}

/** The title that a call gives to a test or to a group of tests, as it is written; `undefined` for any other call. */
const titleOf = call => {
  let callee = call.expression
  while (!ts.isIdentifier(callee) && callee.expression !== undefined) callee = callee.expression
  if (!['it', 'test', 'describe'].includes(callee.text)) return undefined
  const [title] = call.arguments
  if (title === undefined || !(ts.isStringLiteralLike(title) || ts.isTemplateExpression(title))) return undefined
  return ts.isStringLiteralLike(title) ? title.text : title.getText().slice(1, -1)
}

/** The titles in a test file, without the rules in front. */
const titlesIn = file => {
  const titles = new Set()
  const visit = node => {
    const title = ts.isCallExpression(node) ? titleOf(node) : undefined
    if (title !== undefined) titles.add(title.replace(/^(\[[^\]]*\]\s*)+/, ''))
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true))
  return titles
}

/**
 * Tests that the table names and that are not there.
 * @returns {readonly string[]}
 */
export const missingTests = () =>
  coverageRows().flatMap(({ name, tests }) =>
    tests
      .filter(test => {
        const [, file = '', title] = /^(\S+): (.+)$/.exec(test.replaceAll('\\|', '|')) ?? []
        return !existsSync(join(root, file)) || !titlesIn(file).has(title)
      })
      .map(test => `row ${name}: ${test}`),
  )

/** What the API in the table is about. */
const given = {
  chat: 'Chat',
  talk: 'ConversationHandle',
  transport: 'Transport',
  capabilities: 'Capabilities',
  message: 'LiveMessage',
  conversation: 'Conversation',
  key: 'MessageKey',
  id: 'ConversationId',
  event: 'ClipboardEvent',
  drop: 'DragEvent',
  blob: 'Blob',
  wx: 'MiniProgramUpload & MiniProgramDownload',
}

/**
 * API in the table that doesn't compile, each with what is wrong: an expression over the exports of all packages and what is given, or
 * the name of a type. A hook has to be there in every binding.
 * @returns {readonly string[]}
 */
export const unknownApi = () => {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(root, 'tsconfig.base.json'), ts.sys.readFile).config,
    ts.sys,
    root,
  )
  const lenient = { ...options, jsx: ts.JsxEmit.ReactJSX, isolatedDeclarations: false, declaration: false, noUnusedLocals: false }
  const page = join(root, 'packages/core/coverage.ts')
  const host = ts.createCompilerHost(lenient)
  let code = ''
  const { getSourceFile, fileExists } = host
  host.fileExists = file => file === page || fileExists(file)
  host.getSourceFile = (file, target, ...more) =>
    file === page ? ts.createSourceFile(file, code, target) : getSourceFile(file, target, ...more)

  const entries = packages().flatMap(({ folder, entries: all }) =>
    all.map(({ specifier, source }) => ({ specifier, path: join(root, folder, source) })),
  )
  const library = ts.createProgram({ rootNames: entries.map(({ path }) => path), options: lenient, host })
  const checker = library.getTypeChecker()
  const exportsOf = new Map(
    entries.map(({ specifier, path }) => {
      const module = checker.getSymbolAtLocation(library.getSourceFile(path))
      return [specifier, new Set(checker.getExportsOfModule(module).map(symbol => symbol.name))]
    }),
  )
  const homeOf = name => [...exportsOf].find(([, names]) => names.has(name))?.[0]

  const spans = coverageRows().flatMap(({ name, api }) => api.map(span => ({ name, span })))
  const identifiersIn = text => text.match(/[A-Za-z_$][\w$]*/g) ?? []
  const identifiers = new Set(spans.flatMap(({ span }) => identifiersIn(span)))
  const imports = [...new Set([...identifiers, ...Object.values(given).flatMap(identifiersIn)])]
    .filter(name => !(name in given))
    .map(name => [name, homeOf(name)])
    .filter(([, home]) => home !== undefined)
  const preamble = [
    ...imports.map(([name, home]) => `import { ${name} } from '${home}'`),
    ...Object.entries(given).map(([name, type]) => `declare const ${name}: ${type}`),
  ]
  const isType = span => /^[A-Z]\w*$/.test(span)
  code = [...preamble, ...spans.map(({ span }) => (isType(span) ? `void (0 as unknown as ${span})` : `void (${span})`))].join('\n')

  const program = ts.createProgram({ rootNames: [page], options: { ...lenient, verbatimModuleSyntax: false }, host, oldProgram: library })
  const file = program.getSourceFile(page)
  const wrong = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(({ start = 0, messageText }) => {
    const { name, span } = spans[file.getLineAndCharacterOfPosition(start).line - preamble.length] ?? { name: '?', span: '' }
    return `row ${name}: ${span}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
  })
  const hooks = [...identifiers].filter(identifier => /^use[A-Z]/.test(identifier))
  const isIn = (hook, binding) =>
    [...exportsOf].some(([home, names]) => (home === binding || home.startsWith(`${binding}/`)) && names.has(hook))
  const absent = hooks.flatMap(hook => bindings.filter(binding => !isIn(hook, binding)).map(binding => `${binding} has no ${hook}`))
  return [...wrong, ...absent]
}
