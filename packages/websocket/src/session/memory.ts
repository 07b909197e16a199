import type { ResumeToken } from '@parlance/core'
import type { Receiver } from '../wire/channel/receiver.ts'
import { createReceiver } from '../wire/channel/receiver.ts'

/** What a session leaves behind when its link is cut, so that the next link can go on from there. */
export interface SessionMemory {
  /** The server's name for it. */
  readonly session: string | undefined
  readonly receiver: Receiver
  /**
   * Whether whoever resumes with this token has everything that was handed on: then, and only then, the session may go on
   * where it stopped. Somebody else's state, or an older one, needs what its own token says.
   */
  continues(resume: ResumeToken | undefined): boolean
  /** A new session begins for a state with this token. */
  begin(session: string, resume: ResumeToken | undefined): void
  /** Something was handed on that no token covers yet. */
  handedOn(): void
  /** Everything handed on so far is behind this token. */
  covered(token: ResumeToken): void
}

export const createSessionMemory = (): SessionMemory => {
  let session: string | undefined
  let receiver = createReceiver()
  let token: string | undefined
  let ahead = false

  return {
    get session() {
      return session
    },
    get receiver() {
      return receiver
    },
    continues: resume => session !== undefined && !ahead && resume !== undefined && JSON.stringify(resume) === token,
    begin(next, resume) {
      session = next
      receiver = createReceiver()
      token = resume === undefined ? undefined : JSON.stringify(resume)
      ahead = false
    },
    handedOn() {
      ahead = true
    },
    covered(next) {
      token = JSON.stringify(next)
      ahead = false
    },
  }
}
