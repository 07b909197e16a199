import type { Readable, UserId } from '@parlance/core'
import { createCell } from '../../shared/cell.ts'

/** Whose panel had the focus last, or was pressed on: that is who sits here. Nobody at first. */
export const createFocusOwner = (page: Document): Readable<UserId | undefined> => {
  const owner = createCell<UserId | undefined>(undefined)
  const look = ({ target }: Event): void => {
    const panel = target instanceof Element ? target.closest<HTMLElement>('[data-panel]') : null
    if (panel !== null) owner.set(panel.dataset['panel'])
  }
  page.addEventListener('focusin', look)
  page.addEventListener('pointerdown', look)
  return owner
}
