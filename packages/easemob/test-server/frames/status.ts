/** How something went. The reason is text that the SDK reads word for word. */
export interface Status {
  readonly errorCode:
    | 'OK'
    | 'FAIL'
    | 'WRONG_PARAMETER'
    | 'PERMISSION_DENIED'
    | 'USER_MUTED'
    | 'PERMISSION_DENIED_EXTERNAL'
    | 'TOO_MANY_DEVICES'
  readonly reason?: string
}

export const OK: Status = { errorCode: 'OK' }
