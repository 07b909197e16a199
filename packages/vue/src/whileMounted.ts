import { getCurrentInstance, onMounted, watch } from 'vue'
import { onServer } from './onServer.ts'

/** Runs `start` with the value once the component is mounted and after each change, and what `start` gave back before the next and at the end. */
export const whileMounted = <T>(value: () => T, start: (value: T) => (() => void) | undefined): void => {
  const begin = (): void => {
    watch(
      value,
      (now, _before, onCleanup) => {
        const end = start(now)
        if (end !== undefined) onCleanup(end)
      },
      { immediate: true },
    )
  }
  if (getCurrentInstance() !== null) onMounted(begin)
  else if (!onServer()) begin()
}
