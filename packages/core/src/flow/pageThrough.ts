import { chatError } from '../model/error.ts'
import { done, type Outcome } from '../model/outcome.ts'
import type { FlowContext } from './flowContext.ts'
import { loadPage, type LoadedPage, type PageAt, type PageRequest } from './page.ts'

/** Which way pages are turned, and when it is enough. */
export interface Turning {
  /** The page after this one; `undefined`: there is none. */
  readonly next: (page: LoadedPage) => PageAt | undefined
  readonly enough: (page: LoadedPage) => boolean
  /** Pages in all. */
  readonly most: number
}

/**
 * Loads page after page until it is enough, there is none, or the bound is reached. A page that holds nothing to show is no
 * reason to stop [RCV5]; a backend that gives the same page again is.
 */
export const pageThrough = async (context: FlowContext, request: PageRequest, from: PageAt, turning: Turning): Promise<Outcome> => {
  const asked = new Set<string>()
  for (let at: PageAt | undefined = from, turned = 0; at !== undefined && turned < turning.most; turned++) {
    const name = JSON.stringify(at)
    if (asked.has(name)) {
      context.sink.report(chatError('protocol', { message: 'Paging came back to a page that was already loaded.' }))
      return done
    }
    asked.add(name)
    const loaded = await loadPage(context, request, at)
    if (!loaded.ok) return loaded
    if (turning.enough(loaded.value)) return done
    at = turning.next(loaded.value)
  }
  return done
}
