import type { BodyType, ChatError, Chat, ConversationId, Message, Readable } from '@parlance/core'
import { createCell } from '../cell.ts'
import type { SearchQuery } from './searchQuery.ts'
import { emptyQuery, searchOptions } from './searchQuery.ts'

/** What a search has found so far. */
export interface Found {
  /** `blank`: nothing is looked for. */
  readonly state: 'blank' | 'loading' | 'here' | 'failed'
  /** The newest first. */
  readonly messages: readonly Message[]
  /** Asks for the next page. */
  readonly next?: string | undefined
  readonly error?: ChatError
}

/** A search in one conversation, as somebody fills it in. */
export interface Search {
  readonly query: Readable<SearchQuery>
  readonly found: Readable<Found>
  readonly change: (change: Partial<SearchQuery>) => void
  readonly loadMore: () => void
  readonly stop: () => void
}

/** How long nothing has to be typed before something is looked for. */
const PAUSE_MS = 250
const nothing: Found = { state: 'blank', messages: [] }

export const createSearch = ({ conversation, capabilities }: Pick<Chat, 'conversation' | 'capabilities'>, id: ConversationId): Search => {
  const query = createCell(emptyQuery)
  const found = createCell(nothing)
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0

  const ask = async (after: string | undefined): Promise<void> => {
    const number = ++asked
    const options = searchOptions(query.get(), capabilities.get().search ?? [])
    if (options === undefined) {
      found.set(nothing)
      return
    }
    const messages = after === undefined ? [] : found.get().messages
    found.set({ ...found.get(), state: 'loading' })
    const outcome = await conversation(id).search({ ...options, ...(after !== undefined && { after }) })
    // Something else is looked for meanwhile.
    if (number !== asked) return
    if (outcome.ok) {
      const { items, next } = outcome.value
      found.set({ state: 'here', messages: [...messages, ...items.filter(isSaid)], next })
    } else found.set({ state: 'failed', messages, next: after, error: outcome.error })
  }

  return {
    query,
    found,
    change: change => {
      query.set({ ...query.get(), ...change })
      clearTimeout(timer)
      timer = setTimeout(() => void ask(undefined), change.text === undefined ? 0 : PAUSE_MS)
    },
    loadMore: () => void ask(found.get().next),
    stop: () => {
      clearTimeout(timer)
      asked++
    },
  }
}

const rows: readonly (BodyType | undefined)[] = ['notice', 'command']

/** What somebody said: not what happened to the conversation. */
const isSaid = ({ body }: Message): boolean => !rows.includes(body?.type)
