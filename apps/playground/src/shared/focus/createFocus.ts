/** Where the focus goes in a panel when what had it goes away. */
export interface Focus {
  /** Gives it to the first of these parts that is there, once what was just changed is drawn, unless somebody has gone to another panel by then. */
  readonly to: (...parts: readonly string[]) => void
  /** The same where the focus was lost, as what had it is gone or hidden; else it stays. */
  readonly keep: (...parts: readonly string[]) => void
}

export const createFocus = (root: Element): Focus => {
  const give = (parts: readonly string[]): void => {
    for (const selector of parts) {
      const found = root.querySelector<HTMLElement>(selector)
      if (found === null || !found.checkVisibility()) continue
      found.focus()
      return
    }
  }
  /** Whether it is where it was not before, outside of this panel. */
  const hasLeft = (before: Element | null): boolean => {
    const { activeElement: now } = document
    return now !== before && !isLost() && !root.contains(now)
  }
  return {
    to: (...parts) => {
      const before = document.activeElement
      requestAnimationFrame(() => {
        if (!hasLeft(before)) give(parts)
      })
    },
    keep: (...parts) =>
      void requestAnimationFrame(() => {
        if (isLost()) give(parts)
      }),
  }
}

const isLost = (): boolean => {
  const { activeElement, body } = document
  return activeElement === null || activeElement === body || !activeElement.checkVisibility()
}
