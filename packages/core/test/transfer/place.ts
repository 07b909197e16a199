/** What the store does with one request; `{}`: its work. */
export interface Step {
  readonly status?: number
  /** The body of the answer. */
  readonly text?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Reads nothing until it is released. */
  readonly stall?: boolean
  /** Answers when it is released. */
  readonly hold?: boolean
  /** Breaks the connection in the middle of its answer. */
  readonly cut?: boolean
  /** How many bytes the file has that is fetched. */
  readonly size?: number
  /** Sends the second half of it when it is released. */
  readonly halfway?: boolean
}

/** A request as the store saw it. */
export interface Seen {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  /** The connection is done with it. */
  readonly ended: boolean
  /** All of it came, or went. */
  readonly whole: boolean
  readonly fields?: Readonly<Record<string, string>>
  readonly file?: { readonly field: string; readonly name: string; readonly mime: string; readonly size: number; readonly digest: string }
}

/** A place of the store, which does what it is told, request by request. */
export interface Place {
  readonly url: string
  readonly release: () => Promise<void>
  /** Every request, once so many have ended. */
  readonly seen: (ended: number) => Promise<readonly Seen[]>
}

let places = 0

/** A place of its own for one test. */
export const place = async (store: string, ...steps: readonly Step[]): Promise<Place> => {
  const id = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}-${(++places).toString()}`
  const tell = async (verb: string, what: unknown): Promise<readonly Seen[]> => {
    const response = await fetch(`${store}${verb}/${id}`, { method: 'PUT', body: JSON.stringify(what) })
    return (await response.json()) as readonly Seen[]
  }
  await tell('script', steps)
  return {
    url: `${store}at/${id}`,
    release: async () => void (await tell('release', null)),
    seen: ended => tell('seen', ended),
  }
}
