import type { Page, WebSocketRoute } from 'playwright'

/** The links of one page: what its user has elsewhere stays when they are cut. */
export interface Links {
  readonly cut: () => Promise<void>
  /** The network is back, and the browser says so. */
  readonly restore: () => Promise<void>
}

/** Before the page is opened. */
export const linksOf = async (page: Page, server: string): Promise<Links> => {
  const ends = new Set<WebSocketRoute>()
  let isCut = false
  await page.routeWebSocket(
    ({ href }) => href.startsWith(server),
    async route => {
      if (isCut) await route.close()
      else ends.add(route).add(route.connectToServer())
    },
  )
  return {
    cut: async () => {
      isCut = true
      await Promise.all([...ends].map(end => end.close()))
      ends.clear()
    },
    restore: async () => {
      isCut = false
      await page.evaluate(() => window.dispatchEvent(new Event('online')))
    },
  }
}
