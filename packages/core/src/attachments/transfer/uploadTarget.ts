import type { UploadRequest } from '../../protocol/transport.ts'
import { askFor, type Pairs } from './asked.ts'
import type { UploaderOptions } from './uploaderOptions.ts'

/** Where a file goes, and what goes along, asked for now. */
export const uploadTarget = async (
  { url, headers, fields }: UploaderOptions,
  request: UploadRequest,
): Promise<{ readonly url: string; readonly headers: Pairs; readonly fields: Pairs }> => {
  const [asked, header, field] = await Promise.all([
    askFor(url, request),
    headers === undefined ? {} : askFor(headers, request),
    fields === undefined ? {} : askFor(fields, request),
  ])
  return { url: asked, headers: header, fields: field }
}
