import type { Ack } from '../protocol/remoteMessage.ts'

/** An ack as far as it makes sense: whoever answers at all has accepted, even with nothing that can be used [SEC1]. */
export const ackOf = (answer: unknown): Ack => {
  if (typeof answer !== 'object' || answer === null) return {}
  const id = textIn(answer, 'id')
  const position = textIn(answer, 'position')
  const version = textIn(answer, 'version')
  const at = 'at' in answer && typeof answer.at === 'number' && Number.isFinite(answer.at) ? answer.at : undefined
  return {
    ...(id !== undefined && { id }),
    ...(position !== undefined && { position }),
    ...(at !== undefined && { at }),
    ...(version !== undefined && { version }),
  }
}

const textIn = (answer: object, field: keyof Ack): string | undefined => {
  const value: unknown = Reflect.get(answer, field)
  return typeof value === 'string' && value !== '' ? value : undefined
}
