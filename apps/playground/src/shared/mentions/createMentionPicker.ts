import type { Readable } from '@parlance/core'
import { createCell } from '../cell.ts'
import { replaceText } from '../composer/insertText.ts'
import type { Mentionable } from './mentionable.ts'
import { mentionMatches, mentionQuery } from './mentionQuery.ts'

/** Who can be chosen now, and who would be by Enter. */
export interface MentionChoice {
  readonly people: readonly Mentionable[]
  readonly active: number
}

/** Offers those who may be meant while somebody writes an `@` into a field, which keeps the focus. */
export interface MentionPicker {
  /** `undefined`: nothing is offered. */
  readonly choice: Readable<MentionChoice | undefined>
  /** The text changed, or the caret moved. */
  readonly look: (field: HTMLTextAreaElement) => void
  /** Arrow keys move, Enter and Tab choose, Escape closes. Gives back whether the key was for this. */
  readonly key: (event: KeyboardEvent) => boolean
  readonly choose: (field: HTMLTextAreaElement, person: Mentionable) => void
  readonly close: () => void
}

const STEPS: ReadonlyMap<string, number> = new Map([
  ['ArrowDown', 1],
  ['ArrowUp', -1],
])

export const createMentionPicker = (people: () => readonly Mentionable[]): MentionPicker => {
  const choice = createCell<MentionChoice | undefined>(undefined)
  /** Where the `@` stands for which nothing is offered any more. */
  let dismissed: number | undefined
  const close = (): void => choice.set(undefined)

  const choose = (field: HTMLTextAreaElement, { handle }: Mentionable): void => {
    const caret = field.selectionStart
    const query = mentionQuery(field.value, caret)
    if (query !== undefined) replaceText(field, `@${handle} `, { from: query.at, to: caret })
    close()
  }

  return {
    choice,
    look: field => {
      const { value, selectionStart, selectionEnd } = field
      const query = selectionStart === selectionEnd ? mentionQuery(value, selectionStart) : undefined
      if (query?.at !== dismissed) dismissed = undefined
      const matches = query === undefined || dismissed !== undefined ? [] : mentionMatches(people(), query)
      if (matches.length === 0) {
        close()
        return
      }
      const before = choice.get()
      const active = matches.findIndex(({ handle }) => handle === before?.people[before.active]?.handle)
      choice.set({ people: matches, active: Math.max(0, active) })
    },
    key: event => {
      const now = choice.get()
      const { target, key, isComposing, shiftKey } = event
      if (now === undefined || isComposing || !(target instanceof HTMLTextAreaElement)) return false
      const step = STEPS.get(key)
      const person = now.people[now.active]
      if (step !== undefined) choice.set({ ...now, active: (now.active + step + now.people.length) % now.people.length })
      else if ((key === 'Enter' || key === 'Tab') && !shiftKey && person !== undefined) choose(target, person)
      else if (key === 'Escape') {
        dismissed = mentionQuery(target.value, target.selectionStart)?.at
        close()
      } else return false
      event.preventDefault()
      return true
    },
    choose,
    close,
  }
}
