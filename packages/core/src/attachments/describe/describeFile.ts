import { isBlob, type LocalFile } from '../../model/body.ts'
import { describeImage } from './describeImage.ts'
import { describeAudio, describeVideo } from './describeMedia.ts'
import { kindOf, type FileDescription } from './fileDescription.ts'

/** How a file is looked at. */
export interface DescribeOptions {
  /** How long that may take, milliseconds; default five seconds. What isn't known by then is left out. */
  readonly timeoutMs?: number
}

/**
 * Looks at a file, as far as a browser can: a picture's size and a thumbnail of it, how long sound and films are. Never rejects: what
 * can't be shown here is a `file`. Where nothing can be looked at (a mini program, a server) the media type decides.
 * @example
 * const { type, width, height } = await describeFile(input.files[0])
 */
export const describeFile = async (file: LocalFile, { timeoutMs = 5_000 }: DescribeOptions = {}): Promise<FileDescription> => {
  const type = kindOf(file.type ?? '')
  if (type === 'file' || !isBlob(file) || typeof createImageBitmap === 'undefined') return { type }
  const signal = AbortSignal.timeout(timeoutMs)
  try {
    if (type === 'image') return await describeImage(file, signal)
    return await (type === 'video' ? describeVideo : describeAudio)(file, signal)
  } catch {
    return { type: signal.aborted ? type : 'file' }
  }
}
