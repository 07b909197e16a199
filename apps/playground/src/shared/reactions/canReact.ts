import type { Capabilities, Message } from '@parlance/core'

/** Whether a message is one that emoji can be put to. */
export const canReact = ({ id, recalled }: Message, { reactions }: Capabilities): boolean =>
  reactions === true && id !== undefined && recalled === undefined
