import type { Jid } from './jid.ts'

/** What happened to a group or room, or what somebody wants of a room. */
export interface MucBody {
  readonly mucId?: Jid
  readonly operation?: MucOperation
  readonly from?: Jid
  readonly to?: readonly Jid[]
  readonly isChatroom?: boolean
  readonly mucName?: string
  readonly mucMemberCount?: number
  readonly reason?: string
  readonly status?: { readonly errorCode?: 'OK'; readonly description?: string; readonly chatroomInfo?: string }
  readonly eventInfo?: { readonly ext?: string }
}

export type MucOperation =
  | 'DESTROY'
  | 'JOIN'
  | 'LEAVE'
  | 'INVITE'
  | 'INVITE_ACCEPT'
  | 'INVITE_DECLINE'
  | 'KICK'
  | 'UPDATE'
  | 'PRESENCE'
  | 'ABSENCE'
  | 'DIRECT_JOINED'
  | 'ASSIGN_OWNER'
  | 'ADD_ADMIN'
  | 'REMOVE_ADMIN'
  | 'ADD_MUTE'
  | 'REMOVE_MUTE'
