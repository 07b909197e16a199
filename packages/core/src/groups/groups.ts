import type { Chat } from '../chat.ts'
import { partOf } from '../part.ts'
import type { ChatGroups } from './chatGroups.ts'
import { createGroups } from './createGroups.ts'

/**
 * The groups and rooms of a chat: the same object for the same chat.
 * @example
 * const { create, members } = groups(chat)
 * const made = await create({ kind: 'group', title: 'Friends', members: ['bob', 'carol'] })
 * if (made.ok) members(made.value).subscribe(all => showMembers(all))
 */
export const groups = (chat: Chat): ChatGroups => partOf(chat, createGroups)
