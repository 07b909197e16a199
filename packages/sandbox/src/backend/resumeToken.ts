import type { ResumeToken } from '@parlance/core'
import { chatError } from '@parlance/core'
import { fieldsOf } from './fieldsOf.ts'

/** A place in one device's queue. */
export interface QueuePlace {
  readonly device: string
  readonly number: number
}

export const writeToken = ({ device, number }: QueuePlace): ResumeToken => ({ device, number })

/** Throws `protocol` for what is no token. */
export const readToken = (token: ResumeToken): QueuePlace => {
  const fields = fieldsOf(token)
  const [device, number] = [fields.get('device'), fields.get('number')]
  if (typeof device === 'string' && typeof number === 'number' && Number.isSafeInteger(number) && number >= 0) return { device, number }
  throw chatError('protocol', { path: 'resume', message: 'This is no resume token.' })
}
