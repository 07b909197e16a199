/** Asks the application for a credential: the `first`, or another one because the last has `expired`. */
export type AskCredentials = (why: 'first' | 'expired') => Promise<string> | string

/** The credential in hand, asked for once, however many links use it [CON3]. */
export interface Credentials {
  /** The one in hand, or the first. */
  current(): Promise<string>
  /** A fresh one. */
  renewed(): Promise<string>
  /** The one in hand was rejected: the next is a first again. */
  forget(): void
}

export const createCredentials = (ask: AskCredentials): Credentials => {
  let held: Promise<string> | undefined

  const asking = async (why: 'first' | 'expired'): Promise<string> => ask(why)
  const hold = (credential: Promise<string>): Promise<string> => {
    held = credential
    credential.catch(() => {
      if (held === credential) held = undefined
    })
    return credential
  }

  return {
    current: () => held ?? hold(asking('first')),
    renewed: () => hold(asking('expired')),
    forget() {
      held = undefined
    },
  }
}
