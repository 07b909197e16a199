import type { UploadRequest } from '../../protocol/transport.ts'
import { given, type Pairs } from './given.ts'
import type { UploaderOptions } from './uploaderOptions.ts'

/** Where a file goes, and what goes along, as it is now. */
export const uploadTarget = async (
  { url, headers, fields }: UploaderOptions,
  request: UploadRequest,
): Promise<{ readonly url: string; readonly headers: Pairs; readonly fields: Pairs }> => {
  const [to, header, field] = await Promise.all([
    given(url, request),
    headers === undefined ? {} : given(headers, request),
    fields === undefined ? {} : given(fields, request),
  ])
  return { url: to, headers: header, fields: field }
}
