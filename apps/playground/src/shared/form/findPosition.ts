import type { FormValues } from './form.ts'

const sentences: ReadonlyMap<number, string> = new Map([
  [1, 'This page may not know where you are.'],
  [3, 'It took too long to find out where you are.'],
])

/** Where this device is, to about a metre; or a sentence, why nobody knows. */
export const findPosition = (): Promise<FormValues | string> => {
  // Absent where a page isn't served securely.
  if (!('geolocation' in navigator)) return Promise.resolve('This browser can’t tell where you are.')
  return new Promise(resolve => {
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => resolve({ lat: latitude.toFixed(5), lng: longitude.toFixed(5) }),
      ({ code }) => resolve(sentences.get(code) ?? 'Nobody knows where you are now.'),
      { timeout: 15_000 },
    )
  })
}
