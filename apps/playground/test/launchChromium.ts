import type { Browser } from 'playwright'
import { chromium } from 'playwright'
import { chromiumFlags, findChromium } from '../../../scripts/chromium.mjs'

/** The Chromium that is here, else Playwright's own; with these flags besides. */
export const launchChromium = (...flags: readonly string[]): Promise<Browser> => {
  const executablePath = findChromium()
  return chromium.launch({ args: [...chromiumFlags, ...flags], ...(executablePath !== undefined && { executablePath }) })
}
