import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright'

const axe = createRequire(import.meta.url).resolve('axe-core')

interface AxeWindow {
  readonly axe?: { readonly run: (options: RunOptions) => Promise<AxeResults> }
}

/** What axe finds wrong with a page as it is now: each rule with what breaks it. */
export const axeViolations = async (page: Page): Promise<readonly string[]> => {
  if (!(await page.evaluate(() => (window as AxeWindow).axe !== undefined))) await page.addScriptTag({ path: axe })
  return page.evaluate(async () => {
    const { violations } = await (window as AxeWindow).axe!.run({ resultTypes: ['violations'] })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
    )
  })
}
