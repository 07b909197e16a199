import type { LocationBody } from '@parlance/core'
import type { ReactNode } from 'react'
import { placeLook } from '../shared/wording/placeLook.ts'
import { Icon } from './Icon.tsx'

/** A place, with a way to a map of it. */
export const LocationMessage = ({ body }: { readonly body: LocationBody }): ReactNode => {
  const { name, address, coordinates, map } = placeLook(body)
  return (
    <div className="place" data-testid="location">
      <div className="place-drawing">
        <Icon name="place" />
      </div>
      <p className="place-name">
        <bdi>{name}</bdi>
      </p>
      {address !== undefined && (
        <p>
          <bdi>{address}</bdi>
        </p>
      )}
      <p className="place-coordinates">{coordinates}</p>
      <a href={map} target="_blank" rel="noopener noreferrer">
        Open in OpenStreetMap
      </a>
    </div>
  )
}
