/** Whether this page may show notifications. */
export const mayNotify = (): boolean => 'Notification' in window && Notification.permission === 'granted'

/** Asks whoever sits there, if the browser knows no answer yet; resolves with whether the page may. */
export const askToNotify = async (): Promise<boolean> => 'Notification' in window && (await Notification.requestPermission()) === 'granted'
