import { isBlob, type Attachment } from '../../model/body.ts'
import { chatError } from '../../model/error.ts'
import type { Uploader } from '../../protocol/attachmentOptions.ts'
import type { ProgressOp, UploadRequest } from '../../protocol/transport.ts'
import { systemClock } from '../../systemClock.ts'
import type { Pairs } from './given.ts'
import { httpError, noAnswer } from './httpError.ts'
import { sha256 } from './sha256.ts'
import { storedAttachment } from './storedAttachment.ts'
import { transfer, type Running } from './transfer.ts'
import { uploadTarget } from './uploadTarget.ts'
import type { UploaderOptions } from './uploaderOptions.ts'

/**
 * Posts files to a store of the application's own, from a browser. The store may be of another origin if it allows that (CORS);
 * `Retry-After` is heard if it exposes that header.
 * @example
 * const uploader = browserUploader({ url: 'https://files.example/', headers: async () => ({ Authorization: `Bearer ${await token()}` }) })
 * const chat = createChat({ transport, attachments: { uploader } })
 */
export const browserUploader = (options: UploaderOptions): Uploader => {
  const { clock = systemClock() } = options
  return {
    upload: (request: UploadRequest, op?: ProgressOp): Promise<Attachment> =>
      transfer(
        async running => {
          const { file, name, mime } = request
          if (!isBlob(file)) throw chatError('unsupported', { message: 'A browser can only upload what it has as a Blob.' })
          const { url, headers, fields } = await uploadTarget(options, request)
          const form = new FormData()
          for (const [field, value] of Object.entries(fields)) form.append(field, value)
          form.append(options.field ?? 'file', file.type === mime ? file : file.slice(0, file.size, mime), name)
          const [text, digest] = await Promise.all([post(url, headers, form, running, () => clock.now()), sha256(file)])
          return storedAttachment(request, { text, digest }, options)
        },
        op,
        { ...options, clock },
      ),
  }
}

/** Posts a form and gives back the answer's text. Not by `fetch`, which tells nothing of how far it is. */
const post = (url: string, headers: Pairs, form: FormData, { signal, onProgress }: Running, now: () => number): Promise<string> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', url)
    for (const [header, value] of Object.entries(headers)) request.setRequestHeader(header, value)
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => onProgress(lengthComputable && total > 0 ? loaded / total : 0)
    request.upload.onload = () => onProgress(1)
    request.onload = () => {
      const { status, responseText: text } = request
      if (status >= 200 && status < 300) resolve(text)
      else reject(httpError({ status, text, retryAfter: request.getResponseHeader('Retry-After') }, now()))
    }
    request.onerror = () => reject(noAnswer())
    if (signal.aborted) return reject(chatError('cancelled'))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(form)
  })
