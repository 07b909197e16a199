import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright'

const axe = createRequire(import.meta.url).resolve('axe-core')

interface AxeWindow {
  readonly axe?: { readonly run: (parts: NodeList, options: RunOptions) => Promise<AxeResults> }
}

/** What axe finds wrong with a page as it is now, or with what is there of some parts of it: each rule with what breaks it. */
export const axeViolations = async (
  page: Page,
  { within = 'html', ...options }: RunOptions & { readonly within?: string } = {},
): Promise<readonly string[]> => {
  if (!(await page.evaluate(() => (window as AxeWindow).axe !== undefined))) await page.addScriptTag({ path: axe })
  const run = async ([selector, how]: readonly [string, RunOptions]): Promise<readonly string[]> => {
    const { violations } = await (window as AxeWindow).axe!.run(document.querySelectorAll(selector), {
      resultTypes: ['violations'],
      ...how,
    })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
    )
  }
  return page.evaluate(run, [within, options] as const)
}
