import type { ReactNode } from 'react'
import { useRef } from 'react'
import { Icon } from './Icon.tsx'

export const AttachButton = ({ onPick }: { readonly onPick: (files: Iterable<File>) => void }): ReactNode => {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" className="icon-button" aria-label="Attach an image or a file" onClick={() => input.current?.click()}>
        <Icon name="attach" />
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-testid="attach"
        onChange={event => {
          onPick([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </>
  )
}
