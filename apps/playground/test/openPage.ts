import type { Browser, BrowserContextOptions, Page } from 'playwright'
import '../src/page/exposed.ts'
import { launchChromium } from './launchChromium.ts'

export interface OpenOptions extends BrowserContextOptions {
  /** What is done to the page before it is there. */
  readonly prepare?: (page: Page) => Promise<unknown>
  /** Another Chromium than the one that test files share. */
  readonly browser?: Browser
}

export interface OpenedPage {
  readonly page: Page
  /** Errors and warnings on its console, and what nobody caught. */
  readonly complaints: readonly string[]
}

/** Launched for the first page, and ended with the process: a launch for every test file would cost as much as a test. */
let shared: Promise<Browser> | undefined

/** A page of the playground in a context of its own, once its chats are there. What it throws or complains about fails the test. */
export const openPage = async (url: string, { prepare, browser, ...options }: OpenOptions = {}): Promise<OpenedPage> => {
  const context = await (browser ?? (await (shared ??= launchChromium()))).newContext(options)
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

/** What is open in the shared Chromium: pages of one test file, for those of a worker run one after the other. */
export const openPages = async (): Promise<readonly Page[]> => (await shared)?.contexts().flatMap(context => context.pages()) ?? []

/** Closes what a test file has opened in the shared Chromium. */
export const closePages = async (): Promise<void> => {
  for (const page of await openPages()) await page.context().close()
}
