/** Calls when the browser says that the network is back; never where there is no window. The function it gives back ends that. */
export const onNetwork = (run: () => void): (() => void) => {
  if (typeof window === 'undefined') return () => {}
  window.addEventListener('online', run)
  return () => window.removeEventListener('online', run)
}
