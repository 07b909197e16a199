import type { Attachment } from '../../model/body.ts'
import { chatError, type ChatError } from '../../model/error.ts'
import { isSafeUrl } from '../../model/url.ts'
import type { UploadRequest } from '../../protocol/transport.ts'
import type { UploaderOptions } from './uploaderOptions.ts'

/** What came of an upload. */
interface Stored {
  /** What the store answered with. */
  readonly text: string
  /** Of the bytes that left, if known. */
  readonly digest: string | undefined
}

/**
 * The attachment that a store made of a file, as far as what it told makes sense [SEC1, SEC2]; what it didn't tell is as it was asked
 * for. Throws `protocol` if there is no URL to follow, or if other bytes were stored.
 */
export const storedAttachment = (
  request: UploadRequest,
  { text, digest }: Stored,
  { answer }: Pick<UploaderOptions, 'answer'>,
): Attachment => {
  const told = read(text, told => (answer === undefined ? told : answer(told, request)))
  const url = textIn(told, 'url')
  if (url === undefined || !isSafeUrl(url)) throw notUnderstood('An upload was answered without a URL that others may follow.')
  const stored = textIn(told, 'digest')?.toLowerCase()
  if (digest !== undefined && stored !== undefined && stored !== digest) throw notUnderstood('The store has other bytes than were sent.')
  const known = stored ?? digest
  return {
    name: textIn(told, 'name') ?? request.name,
    mime: textIn(told, 'mime') ?? request.mime,
    size: request.file.size,
    url,
    ...(known !== undefined && { digest: known }),
  }
}

const read = (text: string, answer: (told: unknown) => unknown): unknown => {
  try {
    return answer(JSON.parse(text))
  } catch (cause) {
    throw notUnderstood('The answer to an upload could not be read.', cause)
  }
}

const textIn = (told: unknown, field: keyof Attachment): string | undefined => {
  const value: unknown = typeof told === 'object' && told !== null ? Reflect.get(told, field) : undefined
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The file may well be there: nobody knows where. */
const notUnderstood = (message: string, cause?: unknown): ChatError => chatError('protocol', { effect: 'maybe', message, cause })
