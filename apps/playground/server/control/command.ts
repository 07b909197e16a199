import type { ConversationId, ErrorCode, UserId } from '@parlance/core'
import { isErrorCode, parseConversationId } from '@parlance/core'
import type { LinkFaults } from '@parlance/sandbox'

/** What a page asks of the dev server's sandbox. */
export type Command =
  | { readonly do: 'faults'; readonly user: UserId; readonly faults: LinkFaults }
  | { readonly do: 'cut' | 'restore'; readonly user: UserId }
  /** `easemob` starts the test server for Easemob's SDK in front of the same sandbox. */
  | { readonly do: 'restart' | 'clear' | 'quiet' | 'easemob' }
  /** Puts that many messages into a group or room. */
  | { readonly do: 'fill'; readonly conversation: ConversationId; readonly count: number }
  /** Refuses what a user does next: a message, unless another request is named or the code is one of another. */
  | { readonly do: 'refuse'; readonly user: UserId; readonly code: ErrorCode; readonly request?: Refusable }
  /** Says whose group messages may ask for a read count. */
  | { readonly do: 'readCounts'; readonly for: ReadCountFor }
  /** Says how long after sending its author may recall a message. */
  | { readonly do: 'recallWindow'; readonly ms: number }

/** What can be told to be refused. */
export type Refusable = (typeof refusable)[number]
const refusable = ['send', 'edit', 'recall', 'react', 'pin'] as const

export type ReadCountFor = 'anyone' | 'moderators'

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/** A command from outside, or `undefined` if it is none. */
export const readCommand = (json: unknown): Command | undefined => {
  if (!isObject(json)) return undefined
  const { do: deed, user, faults, conversation, count, code, request, for: whom, ms } = json
  switch (deed) {
    case 'restart':
    case 'clear':
    case 'quiet':
    case 'easemob':
      return { do: deed }
    case 'cut':
    case 'restore':
      return typeof user === 'string' ? { do: deed, user } : undefined
    case 'faults': {
      const read = readFaults(faults)
      return typeof user === 'string' && read !== undefined ? { do: deed, user, faults: read } : undefined
    }
    case 'fill': {
      const id = parseConversationId(conversation)
      const isCount = typeof count === 'number' && Number.isInteger(count) && count > 0 && count <= 20_000
      return id !== undefined && isCount ? { do: deed, conversation: id, count } : undefined
    }
    case 'refuse':
      return readRefusal(user, code, request)
    case 'readCounts':
      return whom === 'anyone' || whom === 'moderators' ? { do: deed, for: whom } : undefined
    case 'recallWindow':
      return typeof ms === 'number' && ms >= 0 ? { do: deed, ms } : undefined
    default:
      return undefined
  }
}

const chances = ['loss', 'duplicate', 'reorder', 'lostAcks'] as const
const times = ['latencyMs', 'jitterMs'] as const

const readFaults = (json: unknown): LinkFaults | undefined => {
  if (!isObject(json)) return undefined
  const faults: { -readonly [Name in keyof LinkFaults]: LinkFaults[Name] } = {}
  const take = (name: keyof LinkFaults, most: number): boolean => {
    const value = json[name] ?? 0
    if (typeof value !== 'number' || !(value >= 0 && value <= most)) return false
    faults[name] = value
    return true
  }
  return chances.every(name => take(name, 1)) && times.every(name => take(name, 60_000)) ? faults : undefined
}

const readRefusal = (user: unknown, code: unknown, request: unknown): Command | undefined => {
  const named = refusable.find(one => one === request)
  if (typeof user !== 'string' || !isErrorCode(code) || named !== request) return undefined
  return { do: 'refuse', user, code, ...(named !== undefined && { request: named }) }
}
