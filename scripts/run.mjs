// `npm start` and `npm test` on any machine that has Node and npm: brings the pinned Node and pnpm, installs what the job needs, does it.
// No dependencies, and old syntax: this file runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findChromium } from './chromium.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const windows = process.platform === 'win32'
const pinnedNode = '24.21.0'
const pinnedPnpm = /^pnpm@(.+)$/.exec(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).packageManager)[1]
const oldestNode = [22, 18]
/** Set for the second run: a file to write, by which the first knows that the tools came. */
const arrival = 'PARLANCE_TOOLS_ARRIVED'

const job = process.argv[2]
const jobArguments = process.argv.slice(3)

const fail = sentence => {
  console.error(`\n${sentence}`)
  process.exit(1)
}

/** The environment for child processes: npx must not see the settings of an npx around it. */
const cleanEnvironment = () => {
  const environment = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' }
  for (const name of ['npm_config_package', 'npm_config__package', 'npm_config_call', 'npm_config_yes']) delete environment[name]
  return environment
}

/**
 * Runs a command in the foreground; ends with its exit code. Signals reach it, and so does the end of whoever started us
 * (the shell that npm puts between dies without passing a signal on), so that nothing is left behind.
 */
const run = (command, parameters, options = {}) =>
  new Promise(resolve => {
    const child = spawn(command, parameters, { cwd: root, stdio: 'inherit', env: cleanEnvironment(), ...options })
    const passOn = signal => child.kill(signal)
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, passOn)
    const parent = process.ppid
    const watch = setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 500)
    const end = code => {
      clearInterval(watch)
      for (const signal of signals) process.off(signal, passOn)
      resolve(code)
    }
    child.on('error', () => end(127))
    child.on('exit', (code, signal) => end(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)))
  })

const nodeIsNewEnough = () => {
  const [major, minor] = process.versions.node.split('.').map(Number)
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])
}

const pnpmIsPinned = () => {
  const answer = spawnSync('pnpm', ['--version'], { cwd: root, encoding: 'utf8', shell: windows, env: cleanEnvironment() })
  return answer.status === 0 && answer.stdout.trim() === pinnedPnpm
}

/** Runs this script again under npx, which brings the pinned pnpm, and the pinned Node where this one is too old. */
const againWithTools = async () => {
  const bring = nodeIsNewEnough() ? [`pnpm@${pinnedPnpm}`] : [`node@${pinnedNode}`, `pnpm@${pinnedPnpm}`]
  console.log(`Bringing ${bring.join(' and ')} …`)
  const folder = mkdtempSync(join(tmpdir(), 'parlance-'))
  const arrived = join(folder, 'arrived')
  const line = ['node', 'scripts/run.mjs', job, ...jobArguments]
    .map(part => (/^[\w@%+=:,./-]+$/.test(part) ? part : JSON.stringify(part)))
    .join(' ')
  const code = await run('npx', ['-y', ...bring.flatMap(name => ['-p', name]), '-c', line], {
    shell: windows,
    env: { ...cleanEnvironment(), [arrival]: arrived },
  })
  const came = existsSync(arrived)
  rmSync(folder, { recursive: true, force: true })
  if (!came && code !== 0)
    fail(`npx could not bring ${bring.join(' and ')}: is npm installed, and is there a network with a package registry?`)
  process.exit(code)
}

const install = async () => {
  const code = await run(
    'pnpm',
    ['install', '--frozen-lockfile', '--prefer-offline', '--reporter=append-only', '--config.confirmModulesPurge=false'],
    {
      shell: windows,
      env: { ...cleanEnvironment(), CI: 'true' },
    },
  )
  if (code !== 0) fail('The dependencies could not be installed: see above; is there a network and a package registry?')
}

const isDebian = () => existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get')
const isRoot = () => process.getuid !== undefined && process.getuid() === 0

const playwrightChromium = async () => {
  const { chromium } = await import('playwright')
  const path = chromium.executablePath()
  return path && existsSync(path) ? path : undefined
}

/** A Chromium for the browser tests: one that is here, else Debian's, else Playwright's own. */
const provideChromium = async () => {
  const wanted = process.env.CHROMIUM_PATH
  if (wanted && !existsSync(wanted)) fail(`CHROMIUM_PATH names ${wanted}, which does not exist.`)
  const present = findChromium() ?? (await playwrightChromium())
  if (present) return present

  if (isDebian() && isRoot()) {
    console.log('Installing Debian’s Chromium for the browser tests …')
    const env = { ...cleanEnvironment(), DEBIAN_FRONTEND: 'noninteractive' }
    if ((await run('apt-get', ['update', '-qq'], { env })) === 0) await run('apt-get', ['install', '-y', '-qq', 'chromium'], { env })
    const installed = findChromium()
    if (installed) return installed
  }

  console.log('Installing Playwright’s Chromium for the browser tests …')
  await run(process.execPath, [join('node_modules', 'playwright', 'cli.js'), 'install', 'chromium'])
  const downloaded = await playwrightChromium()
  if (downloaded) return downloaded

  const reason = isDebian() && !isRoot() ? 'apt-get needs root, and ' : ''
  fail(
    `The browser tests need Chromium, and there is none: ${reason}it could not be downloaded (no network?). Install it (on Debian: apt-get install chromium) or set CHROMIUM_PATH.`,
  )
}

const start = async () => {
  await install()
  return run(process.execPath, ['--conditions=@parlance/source', join('scripts', 'servePlayground.ts'), ...jobArguments])
}

const test = async () => {
  await install()
  const chromium = await provideChromium()
  return run(process.execPath, [join('scripts', 'gates.ts'), ...jobArguments], { env: { ...cleanEnvironment(), CHROMIUM_PATH: chromium } })
}

if (job !== 'start' && job !== 'test') fail('Say what to do: node scripts/run.mjs start, or node scripts/run.mjs test.')
const arrived = process.env[arrival]
delete process.env[arrival]
if (arrived !== undefined) writeFileSync(arrived, '')
if (arrived !== undefined && !nodeIsNewEnough())
  fail(
    `Node ${pinnedNode} was asked for and Node ${process.versions.node} came: npm may be set to ignore install scripts. Install Node ${oldestNode.join('.')} or newer.`,
  )
if (arrived === undefined && !(nodeIsNewEnough() && pnpmIsPinned())) await againWithTools()
process.exit(await (job === 'start' ? start() : test()))
