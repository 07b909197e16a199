/** A length of time, as in `1:05` or `1:02:09`. */
export const durationLabel = (ms: number): string => {
  const seconds = Math.round(ms / 1000)
  const parts = seconds < 3600 ? [Math.floor(seconds / 60)] : [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return [...parts, seconds % 60].map((part, index) => (index === 0 ? part.toString() : part.toString().padStart(2, '0'))).join(':')
}
