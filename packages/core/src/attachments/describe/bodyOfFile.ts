import { audio, file as plainFile, image, video } from '../../model/bodies.ts'
import type { AttachmentBody, LocalFile } from '../../model/body.ts'
import { describeFile, type DescribeOptions } from './describeFile.ts'
import type { FileDescription } from './fileDescription.ts'

/** What a file is called in the message; default: its own name. */
export interface BodyOfFileOptions extends DescribeOptions {
  readonly name?: string
}

/**
 * The body that sends a file as what it is: a picture with its size and thumbnail, sound and films with their length, or a file.
 * @example talk.send(await bodyOfFile(input.files[0]))
 */
export const bodyOfFile = async (file: LocalFile, options: BodyOfFileOptions = {}): Promise<AttachmentBody> =>
  describedBody(file, await describeFile(file, options), options)

/** The body of a file of which this is known. */
export const describedBody = (
  file: LocalFile,
  { type, ...known }: FileDescription,
  { name }: Pick<BodyOfFileOptions, 'name'> = {},
): AttachmentBody => {
  const named = name === undefined ? {} : { name }
  switch (type) {
    case 'image':
      return image(file, { ...known, ...named })
    case 'video':
      return video(file, { ...known, ...named })
    case 'audio':
      return audio(file, { ...known, ...named })
    case 'file':
      return plainFile(file, named)
  }
}
