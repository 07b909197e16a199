import type { Content } from './content.ts'
import type { Jid } from './jid.ts'
import type { KeyValue } from './keyValue.ts'

/** What a meta of chat carries: a message, or something about one. */
export interface MessageBody {
  readonly type?: 'NORMAL' | 'CHAT' | 'GROUPCHAT' | 'CHATROOM' | 'READ_ACK' | 'DELIVER_ACK' | 'RECALL' | 'CHANNEL_ACK' | 'EDIT'
  readonly from?: Jid
  readonly to?: Jid
  readonly contents?: readonly Content[]
  readonly ext?: readonly KeyValue[]
  readonly ackMessageId?: string
  readonly msgConfig?: { readonly allowGroupAck?: boolean }
  readonly ackContent?: string
  /** JSON. */
  readonly meta?: string
  readonly editMessageId?: string
  readonly editScope?: 'BODY' | 'BODY_AND_EXT'
}
