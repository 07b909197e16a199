import type { Attachment, ProgressOp, UploadRequest } from '@parlance/core'
import { chatError, conversationKind, conversationName } from '@parlance/core'
import { browserUploader } from '@parlance/core/attachments'
import { addressOf } from '../messages/storedFile.ts'
import { said } from '../said.ts'
import type { SdkConnection } from '../sdk/connection.ts'
import { listOf, rawOf, textOf } from '../sdk/raw.ts'
import type { RequestContext } from './context.ts'

/** Where Easemob keeps the files of an application. */
export const hostOf = ({ apiUrl, orgName, appName }: SdkConnection): string => `${apiUrl}/${orgName}/${appName}/chatfiles`

const chatTypes = { direct: 'SingleChat', group: 'GroupChat', room: 'ChatRoom' } as const
/** A slow upload isn't a lost one: the uploader sees whether it moves. */
const MOST_MS = 24 * 60 * 60_000

/** Brings a file to Easemob's store, before the message about it is sent: the SDK itself does both in one. */
export const uploads = ({ ask }: RequestContext, maxBytes: number) => ({
  async upload(request: UploadRequest, op?: ProgressOp): Promise<Attachment> {
    if (request.file.size > maxBytes) throw chatError('tooLarge', { limit: maxBytes })
    const { conversation } = request
    return ask(
      async connection => {
        const host = hostOf(connection)
        const uploader = browserUploader({
          url: `${host}?chat-type=${chatTypes[conversationKind(conversation)]}&chat-target=${encodeURIComponent(conversationName(conversation))}`,
          headers: { Authorization: `Bearer ${connection.token}` },
          answer: told => {
            const { uuid, 'share-secret': secret } = rawOf(listOf(rawOf(told)['entities'])[0])
            return { url: addressOf(said({ url: `${host}/${textOf(uuid) ?? ''}`, secret: textOf(secret) })) }
          },
        })
        return uploader.upload(request, op)
      },
      { timeoutMs: MOST_MS, ...op },
    )
  },
})
