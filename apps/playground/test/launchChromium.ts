import type { Browser } from 'playwright'
import { chromium } from 'playwright'
import { chromiumFlags, findChromium } from '../../../scripts/chromium.mjs'

/** The Chromium that is here, else Playwright's own. */
export const launchChromium = (): Promise<Browser> => {
  const executablePath = findChromium()
  return chromium.launch({ args: chromiumFlags, ...(executablePath !== undefined && { executablePath }) })
}
