import { fileURLToPath } from 'node:url'
import { afterEach } from 'vitest'
import { openPages } from './openPage.ts'

const reports = fileURLToPath(new URL('../../../reports/', import.meta.url))

/** A test that fails leaves pictures of its pages in reports/. */
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  const name = `${task.file.name.split('/').at(-1) ?? ''} ${task.name}`.replaceAll(/[^\w.]+/g, '-').slice(0, 120)
  for (const [index, page] of (await openPages()).entries()) {
    // One that is gone or stuck has none, and the test has failed for another reason.
    await page.screenshot({ path: `${reports}${name}-${index}.png`, timeout: 5_000 }).catch(() => {})
  }
})
