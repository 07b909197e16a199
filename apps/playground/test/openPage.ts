import type { Browser, BrowserContextOptions, Page } from 'playwright'
import '../src/page/exposed.ts'

export interface OpenOptions extends BrowserContextOptions {
  /** What is done to the page before it is there. */
  readonly prepare?: (page: Page) => Promise<unknown>
}

/** A page of the playground in a context of its own, once its chats are there. What it throws or complains about fails the test. */
export const openPage = async (browser: Browser, url: string, { prepare, ...options }: OpenOptions = {}): Promise<OpenedPage> => {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  await prepare?.(page)
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(String(error.stack ?? error)))
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  await page.goto(url)
  await page.waitForFunction(() => window.parlance !== undefined)
  return { page, complaints }
}

export interface OpenedPage {
  readonly page: Page
  /** Errors and warnings on its console, and what nobody caught. */
  readonly complaints: readonly string[]
}
