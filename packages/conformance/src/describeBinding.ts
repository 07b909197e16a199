import { afterEach, beforeEach, describe, expect, vi } from 'vitest'
import { attachmentsBehaviours } from './behaviours/attachments.ts'
import { drawingBehaviours } from './behaviours/drawing.ts'
import { holdingBehaviours } from './behaviours/holding.ts'
import { hydratingBehaviours } from './behaviours/hydrating.ts'
import { peopleBehaviours } from './behaviours/people.ts'
import { providingBehaviours } from './behaviours/providing.ts'
import { readableBehaviours } from './behaviours/readable.ts'
import { readingBehaviours } from './behaviours/reading.ts'
import { selectingBehaviours } from './behaviours/selecting.ts'
import { sharingBehaviours } from './behaviours/sharing.ts'
import { valuesBehaviours } from './behaviours/values.ts'
import type { Driver } from './driver.ts'

/** What every binding does in a document. `serverHtml` is what its server draws of the scene that `describeServer` has. */
export const describeBinding = (driver: Driver, serverHtml: string): void => {
  describe(`the ${driver.framework} binding`, () => {
    // What a framework complains about is a defect, also where it goes on.
    const complaints: unknown[][] = []
    beforeEach(() => {
      complaints.length = 0
      for (const level of ['warn', 'error'] as const) vi.spyOn(console, level).mockImplementation((...said) => complaints.push(said))
    })
    afterEach(() => {
      vi.restoreAllMocks()
      expect(complaints).toEqual([])
    })

    readableBehaviours(driver)
    readingBehaviours(driver)
    drawingBehaviours(driver)
    holdingBehaviours(driver)
    selectingBehaviours(driver)
    providingBehaviours(driver)
    valuesBehaviours(driver)
    sharingBehaviours(driver)
    attachmentsBehaviours(driver)
    peopleBehaviours(driver)
    hydratingBehaviours(driver, serverHtml)
  })
}
