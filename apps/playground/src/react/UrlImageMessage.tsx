import type { UrlImageBody } from '@parlance/core'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { pictureTrouble } from '../shared/wording/pictureTrouble.ts'

/** A picture of somewhere else. */
export const UrlImageMessage = ({ body: { url, name = 'Picture', width, height } }: { readonly body: UrlImageBody }): ReactNode => {
  const [broken, setBroken] = useState<string>()
  return (
    <a className="message-image-link" href={url} target="_blank" rel="noopener noreferrer">
      {broken === url ? (
        <span className="message-trouble">{pictureTrouble(url)}</span>
      ) : (
        <img
          className="message-image"
          data-testid="url-image"
          src={url}
          alt={name}
          width={width}
          height={height}
          referrerPolicy="no-referrer"
          onError={() => setBroken(url)}
        />
      )}
    </a>
  )
}
