import type { Chat, ConversationId, MessageKey } from '@parlance/core'
import type { Hooks } from './hooks.ts'

/** What may change from outside about a mounted component. */
export interface Props {
  readonly id?: ConversationId | undefined
  readonly key?: MessageKey | undefined
  readonly label?: string | undefined
  /** Shows what isn't shown from the start. */
  readonly more?: boolean | undefined
}

/**
 * A component: called where the framework sets components up (in React: at each render) with the hooks and its props; gives back what
 * draws its text.
 */
export type View = (hooks: Hooks, props: () => Props) => () => string

/** A component that each framework writes in its own words, because what counts is how it reads. */
export type Idiom = (typeof idioms)[number]

/**
 * Each of these shows, of the conversation `id`, the texts joined by commas, then a bar and the number of unread ones:
 * `dot` reads `talk.messages`; `destructured` takes it apart; `helper` gives the whole to a function; `wholeObject` to a child component;
 * `derived` computes from it (a memo, a computed, a derived value); `effect` shows what an effect saw last; `late` reads the number only
 * when `more` is set. `list` shows a row component per message of `useMessages`, `readingList` such rows, 100 pixels high, in a box of 250
 * that scrolls, each with what `useReadWhileVisible` gives, and `composer` an `<input>` bound to the draft's text.
 */
export const idioms = ['dot', 'destructured', 'helper', 'wholeObject', 'derived', 'effect', 'late'] as const

/** A component of a scene. */
export type Part = View | Idiom | 'list' | 'readingList' | 'composer'

/** What is mounted: components beside one another, below one provider. */
export interface Scene {
  readonly parts: readonly Part[]
  readonly props?: Props
  /** Absent: no provider. */
  readonly chat?: Chat
  /** Whether the provider connects. */
  readonly connect?: boolean
  /** In React's StrictMode; the others have none. */
  readonly strict?: boolean
}

/** A scene on screen. */
export interface Screen {
  readonly element: HTMLElement
  /** The text of each part, without spaces around it. */
  readonly texts: () => readonly string[]
  /** Waits until the framework has drawn what it knows. */
  readonly settle: () => Promise<void>
  /** Other props for every part. */
  readonly update: (props: Props) => Promise<void>
  /** Another chat from the same provider. */
  readonly provide: (chat: Chat) => Promise<void>
  readonly unmount: () => Promise<void>
}

/** How one framework mounts scenes in a document. */
export interface Driver {
  readonly framework: 'React' | 'Vue' | 'Svelte'
  /** Rejects with what a component threw. */
  readonly mount: (scene: Scene) => Promise<Screen>
  /** Takes over what a server drew, which is in the element and in the document. */
  readonly hydrate: (element: HTMLElement, scene: Scene) => Promise<Screen>
}

/** How one framework draws scenes on a server. */
export interface ServerDriver {
  readonly framework: Driver['framework']
  readonly render: (scene: Scene) => Promise<string>
}
