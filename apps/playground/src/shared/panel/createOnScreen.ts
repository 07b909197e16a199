import type { Readable } from '@parlance/core'
import { createCell } from '../cell.ts'

/** Whether an element is in sight: in a document that is shown, and not in a tab that is put away. */
export const createOnScreen = (element: Element): { readonly onScreen: Readable<boolean>; readonly stop: () => void } => {
  const onScreen = createCell(false)
  let inSight = false
  const tell = (): void => onScreen.set(inSight && document.visibilityState === 'visible')
  const observer = new IntersectionObserver(entries => {
    inSight = entries.at(-1)?.isIntersecting ?? false
    tell()
  })
  observer.observe(element)
  document.addEventListener('visibilitychange', tell)
  return {
    onScreen,
    stop: () => {
      observer.disconnect()
      document.removeEventListener('visibilitychange', tell)
    },
  }
}
