import type { ControlClient } from '../shared/control/controlClient.ts'
import type { Client } from '../shared/client/createClient.ts'

const PAUSE_MS = 25

/**
 * Resolves when nothing is under way any more: the server is quiet, and every chat of this page is idle, has all its frames confirmed,
 * and is online, unless its user is cut off. Looked at again until nothing moved meanwhile.
 */
export const createQuiet = (clients: readonly Client[], control: ControlClient | undefined): (() => Promise<void>) => {
  let moves = 0
  const move = (): void => {
    moves++
  }
  for (const { chat } of clients) {
    chat.facts$.subscribe(move)
    chat.connection.subscribe(move)
  }
  const isCut = (user: string): boolean => control?.status.get().links.some(link => link.user === user && link.cut) === true
  const isAtRest = ({ chat, user, unconfirmed }: Client): boolean => {
    if (isCut(user)) return true
    const { state } = chat.connection.get()
    return (state === 'online' && unconfirmed() === 0) || state === 'closed'
  }
  const quiet = async (): Promise<void> => {
    const before = moves
    await control?.run({ do: 'quiet' })
    await Promise.all(clients.filter(({ user }) => !isCut(user)).map(({ chat }) => chat.idle()))
    if (moves === before && clients.every(isAtRest)) return
    await new Promise(resolve => setTimeout(resolve, PAUSE_MS))
    await quiet()
  }
  return quiet
}
