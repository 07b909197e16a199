import type { ResumeToken } from '@parlance/core'
import { fieldsOf } from './fieldsOf.ts'

/** A place in one device's queue. */
export interface QueuePlace {
  readonly device: string
  readonly number: number
}

export const writeToken = ({ device, number }: QueuePlace): ResumeToken => ({ device, number })

/** `undefined` for what is no token: whoever comes with it is as welcome as without. */
export const readToken = (token: ResumeToken): QueuePlace | undefined => {
  const fields = fieldsOf(token)
  const [device, number] = [fields.get('device'), fields.get('number')]
  if (typeof device === 'string' && typeof number === 'number' && Number.isSafeInteger(number) && number >= 0) return { device, number }
  return undefined
}
