import { isBlob, type Attachment } from '../../model/body.ts'
import { chatError } from '../../model/error.ts'
import type { Uploader } from '../../protocol/attachmentOptions.ts'
import type { ProgressOp, UploadRequest } from '../../protocol/transport.ts'
import { systemClock } from '../../systemClock.ts'
import { httpError } from './httpError.ts'
import type { MiniProgramUpload } from './miniProgram.ts'
import { runTask, wholeMs } from './miniProgramTransfer.ts'
import { storedAttachment } from './storedAttachment.ts'
import { transfer } from './transfer.ts'
import { uploadTarget } from './uploadTarget.ts'
import type { UploaderOptions } from './uploaderOptions.ts'

/**
 * Posts files to a store from a mini program, where files are known by their paths and `wx.uploadFile` carries them. Digests are
 * the store's to tell.
 * @example
 * const uploader = miniProgramUploader(wx, { url: 'https://files.example/' })
 * talk.send(image({ path: tempFilePath, size, type: 'image/jpeg' }))
 */
export const miniProgramUploader = (wx: MiniProgramUpload, options: UploaderOptions): Uploader => {
  const { clock = systemClock() } = options
  return {
    upload: (request: UploadRequest, op?: ProgressOp): Promise<Attachment> =>
      transfer(
        async running => {
          const { file } = request
          if (isBlob(file)) throw chatError('unsupported', { message: 'A mini program can only upload a file that has a path.' })
          const { url, headers, fields } = await uploadTarget(options, request)
          const { statusCode, data, retryAfter } = await runTask<{ readonly statusCode: number; readonly data: string }>(running, ends =>
            wx.uploadFile({
              url,
              filePath: file.path,
              name: options.field ?? 'file',
              timeout: wholeMs,
              header: { ...headers },
              formData: { ...fields },
              ...ends,
            }),
          )
          if (statusCode < 200 || statusCode >= 300) throw httpError({ status: statusCode, text: data, retryAfter }, clock.now())
          return storedAttachment(request, { text: data, digest: undefined }, options)
        },
        op,
        { ...options, clock },
      ),
  }
}
