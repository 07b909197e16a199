import type { IncomingMessage, ServerResponse } from 'node:http'
import { isOnlyEmoji } from '@parlance/core/emoji'
import type { Plugin, PreviewServer, ViteDevServer } from 'vite'
import { emojiPicture } from './emojiPicture.ts'

/** Serves pictures of emoji one by one, as `/emoji/👍.svg`, so that no page loads a whole set of them. */
export const emojiPlugin = (): Plugin => ({
  name: 'parlance-emoji',
  apply: 'serve',
  configureServer: servePictures,
  configurePreviewServer: servePictures,
})

const servePictures = ({ middlewares }: ViteDevServer | PreviewServer): void => {
  middlewares.use('/emoji/', (request, response, next) => {
    servePicture(request, response).catch(next)
  })
}

const servePicture = async ({ url = '' }: IncomingMessage, response: ServerResponse): Promise<void> => {
  const emoji = emojiIn(url)
  if (emoji === undefined) {
    response.writeHead(404).end()
    return
  }
  // Ten megabytes, read when the first page draws an emoji.
  const picture = emojiPicture(emoji, await import('@iconify-json/twemoji'))
  response.writeHead(200, { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'max-age=86400' }).end(picture)
}

const noCodes = new Map()

const emojiIn = (url: string): string | undefined => {
  const [, name = ''] = /^\/?([^/?]+)\.svg$/.exec(url) ?? []
  try {
    const emoji = decodeURIComponent(name)
    return isOnlyEmoji(emoji, noCodes, 1) ? emoji : undefined
  } catch {
    return undefined
  }
}
