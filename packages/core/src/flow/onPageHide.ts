/** Calls when the page is hidden or left, which may be the last moment that it has; never where there is no page. The function it gives back ends that. */
export const onPageHide = (run: () => void): (() => void) => {
  if (typeof document === 'undefined' || typeof window === 'undefined') return () => {}
  const whenHidden = (): void => {
    if (document.visibilityState === 'hidden') run()
  }
  document.addEventListener('visibilitychange', whenHidden)
  window.addEventListener('pagehide', run)
  return () => {
    document.removeEventListener('visibilitychange', whenHidden)
    window.removeEventListener('pagehide', run)
  }
}
