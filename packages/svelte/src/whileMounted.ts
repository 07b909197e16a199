import { onMount, untrack } from 'svelte'
import { toStore } from 'svelte/store'

/**
 * Runs `start` with the value once the component is mounted and after each change, and what `start` gave back before the next and at the
 * end. An effect without runes, so that this package needs no compile step.
 */
export const whileMounted = <T>(value: () => T, start: (value: T) => (() => void) | undefined): void => {
  onMount(() => {
    let begun: { readonly value: T; readonly end: (() => void) | undefined } | undefined
    const stop = toStore(value).subscribe(now => {
      // A store tells of every object as if it were new.
      if (begun !== undefined && Object.is(begun.value, now)) return
      untrack(() => {
        begun?.end?.()
        begun = { value: now, end: start(now) }
      })
    })
    return () => {
      stop()
      begun?.end?.()
    }
  })
}
