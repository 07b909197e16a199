import type { Attachment, ProgressOp, UploadRequest } from '@parlance/core'
import { chatError } from '@parlance/core'
import { placeOf } from '../conversations.ts'
import { NO_SUCCESS } from '../errors.ts'
import { addressOf } from '../messages/storedFile.ts'
import type { SdkConnection } from '../sdk/connection.ts'
import { listOf, parsed, rawOf, textOf } from '../sdk/raw.ts'
import type { RequestContext } from './context.ts'

/** Where Easemob keeps the files of an application. */
export const hostOf = ({ apiUrl, orgName, appName }: SdkConnection): string => `${apiUrl}/${orgName}/${appName}/chatfiles`

const chatTypes = { singleChat: 'SingleChat', groupChat: 'GroupChat', chatRoom: 'ChatRoom' } as const

/** Brings a file to Easemob's store, before the message about it is sent: the SDK itself does both in one. */
export const uploads = ({ ask }: RequestContext, maxBytes: number) => ({
  async upload({ conversation, file, name, mime }: UploadRequest, { onProgress, signal, timeoutMs }: ProgressOp = {}): Promise<Attachment> {
    if (!(file instanceof Blob)) throw chatError('unsupported', { message: 'A file by its path takes a mini program’s uploader.' })
    if (file.size > maxBytes) throw chatError('tooLarge', { limit: maxBytes })
    const { chatType, to } = placeOf(conversation)
    // A slow upload isn't a lost one: only the caller's own time counts.
    const op = { timeoutMs: timeoutMs ?? MOST_MS, ...(signal !== undefined && { signal }) }
    return ask(async connection => {
      const url = `${hostOf(connection)}?chat-type=${chatTypes[chatType]}&chat-target=${encodeURIComponent(to)}`
      const form = new FormData()
      form.append('file', file, name)
      const answer = await post({ url, token: connection.token, form, signal, onProgress })
      const entity = rawOf(listOf(rawOf(answer)['entities'])[0])
      const [id, secret] = [textOf(entity['uuid']), textOf(entity['share-secret'])]
      if (id === undefined) throw chatError('protocol', { message: 'An uploaded file has no name.' })
      return { name, mime, size: file.size, url: addressOf({ url: `${hostOf(connection)}/${id}`, ...(secret !== undefined && { secret }) }) }
    }, op)
  },
})

const MOST_MS = 24 * 60 * 60_000

interface Posting {
  readonly url: string
  readonly token: string
  readonly form: FormData
  readonly signal: AbortSignal | undefined
  readonly onProgress: ProgressOp['onProgress']
}

/** XMLHttpRequest, because `fetch` tells nothing of how far an upload is. */
const post = ({ url, token, form, signal, onProgress }: Posting): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const refuse = (): void => reject({ type: NO_SUCCESS, extraInfo: { httpCode: request.status }, message: request.responseText })
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      if (lengthComputable && total > 0) onProgress?.(loaded / total)
    }
    request.onload = () => (request.status === OK ? resolve(parsed(request.responseText)) : refuse())
    request.onerror = refuse
    request.open('POST', url)
    request.setRequestHeader('Authorization', `Bearer ${token}`)
    request.send(form)
    signal?.addEventListener('abort', () => request.abort(), { once: true })
  })

const OK = 200
