import { existsSync } from 'node:fs'

const systemPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * The Chromium that tests launch: CHROMIUM_PATH, else one installed on the system.
 * @returns {string | undefined} an executable path, or undefined when there is none
 */
export const findChromium = () => [process.env['CHROMIUM_PATH'], ...systemPaths].find(path => path && existsSync(path))

/** Launch flags that keep Chromium quiet: no sandbox (containers), no GPU, no traffic of its own. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
