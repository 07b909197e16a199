import type { LocationBody } from '@parlance/core'

/** A place in words, and where a map of it is. */
export interface PlaceLook {
  readonly name: string
  readonly address?: string
  /** As in `47.3769° N, 8.5417° E`. */
  readonly coordinates: string
  readonly map: string
}

export const placeLook = ({ lat, lng, name, address }: LocationBody): PlaceLook => {
  const coordinates = `${degrees(lat)} ${lat < 0 ? 'S' : 'N'}, ${degrees(lng)} ${lng < 0 ? 'W' : 'E'}`
  const map = new URL('https://www.openstreetmap.org/')
  map.search = new URLSearchParams({ mlat: lat.toString(), mlon: lng.toString() }).toString()
  map.hash = `map=15/${lat}/${lng}`
  return { name: name ?? address ?? 'A place', coordinates, map: map.href, ...(name !== undefined && address !== undefined && { address }) }
}

const degrees = (value: number): string => `${Number(Math.abs(value).toFixed(5))}°`
