/** News about the session itself: counts that came while nobody was there, or why it ends. */
export interface StatisticsBody {
  readonly operation?:
    | 'INFORMATION'
    | 'USER_REMOVED'
    | 'USER_LOGIN_ANOTHER_DEVICE'
    | 'USER_KICKED_BY_CHANGE_PASSWORD'
    | 'USER_KICKED_BY_OTHER_DEVICE'
  /** JSON, whatever the name says. */
  readonly location?: string
  readonly reason?: string
}
