import type { Readable } from '@parlance/core'
import { useCallback, useSyncExternalStore } from 'react'

/** The value of a Readable; renders again whenever it changes. Never suspends; nothing subscribes on a server. */
export const useReadable = <T>(readable: Readable<T>): T => {
  const subscribe = useCallback((listener: () => void) => readable.subscribe(listener), [readable])
  const get = useCallback(() => readable.get(), [readable])
  return useSyncExternalStore(subscribe, get, get)
}
