import { lastCall } from '../binding/lastCall.ts'
import type { UserId } from '../model/ids.ts'
import { done, type Outcome } from '../model/outcome.ts'
import { askFor } from '../parts/askFor.ts'
import { checkedUser } from '../parts/checkedUser.ts'
import { keptFresh } from '../parts/keptFresh.ts'
import { keyedReadables } from '../parts/keyedReadables.ts'
import type { PartContext } from '../part.ts'
import type { Fact } from '../protocol/fact.ts'
import type { BlockOps, ContactOps, Op } from '../protocol/transport.ts'
import { contactIn, joinContacts, noContacts } from './contactBook.ts'
import { contactLists } from './contactLists.ts'
import type { ChatContacts } from './chatContacts.ts'

export const createContacts = (context: PartContext): ChatContacts => {
  const { transport, capabilities } = context
  let book = noContacts
  // Made only for who looks.
  const lists = lastCall(contactLists)

  const ask = <T>(run: (ops: ContactOps, op: Op) => Promise<T>): Promise<Outcome<T>> =>
    askFor(context, transport.contacts, capabilities().contacts, run)
  const askBlocks = <T>(run: (ops: BlockOps, op: Op) => Promise<T>): Promise<Outcome<T>> =>
    askFor(context, transport.blocks, capabilities().blocks, run)

  /** Asks for a list, and tells it as of when it was asked for: what came live since stands [CVG2]. */
  const loadList = async (asking: () => Promise<Outcome<Fact>>): Promise<Outcome> => {
    const requested = context.seq()
    const answer = await asking()
    if (!answer.ok) return answer
    context.tell([answer.value], requested)
    return done
  }

  const fresh = keptFresh(context, () => loadList(() => ask((ops, op) => ops.list(op))))
  const list = context.readable(() => lists(book).contacts, fresh.want)
  const requests = context.readable(() => lists(book).requests, fresh.want)
  const states = keyedReadables(
    (user: UserId, watched) => context.readable(() => contactIn(book, user)?.state ?? 'none', watched),
    (_user, wanted) => fresh.want(wanted),
  )

  context.onFacts(facts => {
    const before = book
    for (const fact of facts) if (fact.type === 'contacts') book = joinContacts(book, fact)
    if (book === before) return
    for (const readable of [list, requests, ...states.watched.values()]) readable.refresh()
  })

  const named = (user: UserId, command: string): UserId => checkedUser(context, user, `contacts(chat).${command}`)
  const on = (command: Exclude<keyof ContactOps, 'list' | 'add'>) => (given: UserId) => {
    const user = named(given, command)
    return ask((ops, op) => ops[command](user, op))
  }
  const onBlocks = (command: Exclude<keyof BlockOps, 'list'>) => (given: UserId) => {
    const user = named(given, command)
    return askBlocks((ops, op) => ops[command](user, op))
  }

  return {
    list,
    requests,
    stateOf: user => states.of(named(user, 'stateOf')),
    load: fresh.load,
    add: (given, { message } = {}) => {
      const user = named(given, 'add')
      return ask((ops, op) => ops.add(user, message === undefined ? {} : { message }, op))
    },
    accept: on('accept'),
    decline: on('decline'),
    remove: on('remove'),
    block: onBlocks('block'),
    unblock: onBlocks('unblock'),
    loadBlocklist: () => loadList(() => askBlocks((ops, op) => ops.list(op))),
  }
}
