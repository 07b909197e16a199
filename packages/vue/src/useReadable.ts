import type { Readable } from '@parlance/core'
import { onChange } from '@parlance/core'
import type { Ref } from 'vue'
import { computed, customRef, getCurrentScope, onScopeDispose } from 'vue'
import { onServer } from './onServer.ts'

/**
 * A Readable, or the one that a getter gives now, as a ref. It subscribes at its first read and until its scope ends; nothing subscribes
 * on a server. Throws outside of a scope.
 */
export const useReadable = <T>(source: Readable<T> | (() => Readable<T>)): Readonly<Ref<T>> =>
  writableReadable(source, () => {
    throw new TypeError('This ref is read only: a chat changes by its commands.')
  })

/** The same, with what setting does. */
export const writableReadable = <T>(source: Readable<T> | (() => Readable<T>), set: (value: T) => void): Ref<T> => {
  if (getCurrentScope() === undefined) {
    throw new Error('Call this in setup() or in an effectScope: it ends its subscription when that ends.')
  }
  let live = !onServer()
  let subscribed: { readonly to: Readable<T>; readonly stop: () => void } | undefined
  onScopeDispose(() => {
    live = false
    subscribed?.stop()
  })
  const selected = typeof source === 'function' ? computed(source) : { value: source }
  return customRef((track, trigger) => ({
    get() {
      track()
      const readable = selected.value
      if (live && subscribed?.to !== readable) {
        subscribed?.stop()
        subscribed = { to: readable, stop: onChange(readable, trigger) }
      }
      return readable.get()
    },
    set,
  }))
}
