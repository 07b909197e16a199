import type { Side } from '../panel/createPanel.ts'

export const sideNames: Readonly<Record<Side, string>> = { chats: 'Chats', contacts: 'Contacts' }

/** How many ask to know somebody. */
export const waitingLabel = (count: number): string => (count === 1 ? '1 request' : `${count} requests`)
