import type { Readable } from '@parlance/core'
import { onChange } from '@parlance/core'
import { createSubscriber } from 'svelte/reactivity'

/** A value that is read as `.current`, reactively. Don't destructure it, except through `$derived`. */
export interface Current<T> {
  readonly current: T
}

/**
 * The value of the Readable that a getter gives now. It is subscribed to while an effect or template reads it; nothing subscribes on a
 * server.
 * @example
 * const connection = fromReadable(() => chat.connection)
 */
export const fromReadable = <T>(source: () => Readable<T>): Current<T> => {
  let followed: { readonly readable: Readable<T>; readonly track: () => void } | undefined
  return {
    get current() {
      const readable = source()
      if (followed?.readable !== readable) followed = { readable, track: createSubscriber(update => onChange(readable, update)) }
      followed.track()
      return readable.get()
    },
  }
}
