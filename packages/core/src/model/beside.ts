import type { UserId } from './ids.ts'
import type { MessageRef } from './messageRef.ts'
import type { Ext } from './register.ts'

/** What goes along with a body. */
export interface Beside {
  readonly ext?: Ext
  /** Only these members get it. */
  readonly to?: readonly UserId[]
  /** The message that this one answers; a `Message` will do. */
  readonly replyTo?: MessageRef
  /** Asks for a read count where the backend wants to be asked (`Capabilities.readCount`). */
  readonly wantsReadCount?: boolean
  /** Whose words these were before they were forwarded. */
  readonly forwardedFrom?: UserId
}

/** Only that of a message, and only what is there. */
export const besideOf = ({ ext, to, replyTo, wantsReadCount, forwardedFrom }: Beside): Beside => ({
  ...(ext !== undefined && { ext }),
  ...(to !== undefined && { to }),
  ...(replyTo !== undefined && { replyTo }),
  ...(wantsReadCount !== undefined && { wantsReadCount }),
  ...(forwardedFrom !== undefined && { forwardedFrom }),
})
