import { intervalAt } from '../model/coverage.ts'
import { chatError } from '../model/error.ts'
import type { MessageId } from '../model/ids.ts'
import { done, failed, type Outcome } from '../model/outcome.ts'
import type { FlowContext } from './flowContext.ts'
import { mostPages } from './loadOlder.ts'
import { olderThan, type PageRequest } from './page.ts'
import { pageThrough } from './pageThrough.ts'

/** Loads a message and its neighbours. Where the backend can't jump, pages backward until it comes. `notFound`: it didn't. */
export const loadAround = async (context: FlowContext, request: PageRequest, id: MessageId): Promise<Outcome> => {
  const { reader } = context
  const { conversation } = request
  const isHere = (): boolean => reader.find({ conversation, id }) !== undefined
  if (hasNeighbours(context, request, id)) return done
  const jumps = context.capabilities().history.around
  const loaded = await pageThrough(context, request, jumps ? { around: id } : { newest: true }, {
    next: jumps ? () => undefined : olderThan,
    enough: isHere,
    most: jumps ? 1 : mostPages,
  })
  if (!loaded.ok) return loaded
  return isHere() ? done : failed(chatError('notFound', { message: 'The history holds no such message.' }))
}

/** Whether it is here as part of a known stretch, not alone. */
const hasNeighbours = ({ reader }: FlowContext, { conversation }: PageRequest, id: MessageId): boolean => {
  const position = reader.find({ conversation, id })?.position
  const interval = position === undefined ? undefined : intervalAt(reader.conversation(conversation)?.coverage ?? [], position)
  return interval !== undefined && interval.from < interval.to
}
