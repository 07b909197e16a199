/** Whether somebody is there. */
export interface Presence {
  readonly state: 'online' | 'away' | 'busy' | 'offline'
  /** Words of their own. */
  readonly status?: string
  /** Milliseconds since 1970, the server's clock. */
  readonly lastSeenAt?: number
}
