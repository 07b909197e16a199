import type { Attachment, ProgressOp, UploadRequest } from '@parlance/core'
import { chatError } from '@parlance/core'
import { browserUploader } from '@parlance/core/attachments'
import { placeOf } from '../conversations.ts'
import { needed } from '../sdk/needed.ts'
import { listOf, rawOf, textOf } from '../sdk/raw.ts'
import type { RequestContext } from './context.ts'

/** A slow upload isn't a lost one: the uploader sees whether it moves. */
const MOST_MS = 24 * 60 * 60_000

/** Brings a file to Easemob's store, before the message about it is sent: the SDK itself does both in one. */
export const uploads = ({ ask }: RequestContext, maxBytes: number) => ({
  async upload(request: UploadRequest, op?: ProgressOp): Promise<Attachment> {
    if (request.file.size > maxBytes) throw chatError('tooLarge', { limit: maxBytes })
    const { chatType, to } = placeOf(request.conversation)
    // There each of its words begins with a capital.
    const kind = chatType.replace(/^./, first => first.toUpperCase())
    return ask(
      async ({ apiUrl, orgName, appName, token }) => {
        const host = `${apiUrl}/${orgName}/${appName}/chatfiles`
        const uploader = browserUploader({
          url: `${host}?chat-type=${kind}&chat-target=${encodeURIComponent(to)}`,
          headers: { Authorization: `Bearer ${token}` },
          answer: told => {
            const { uuid, 'share-secret': secret } = rawOf(listOf(rawOf(told)['entities'])[0])
            // As the SDK itself writes it: others may fetch it without a login.
            return { url: `${host}/${needed(textOf(uuid))}?em-redirect=true&share-secret=${textOf(secret) ?? ''}` }
          },
        })
        return uploader.upload(request, op)
      },
      { timeoutMs: MOST_MS, ...op },
    )
  },
})
