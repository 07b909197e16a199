import type { MessageKey } from '@parlance/core'
import { useGroupReadCount, useReceipts } from '@parlance/react'
import type { ReactNode } from 'react'
import { useRef, useState } from 'react'
import { readLabel } from '../shared/wording/readLabel.ts'
import { Icon } from './Icon.tsx'
import { ReaderList } from './ReaderList.tsx'

export const ReadCount = ({ messageKey }: { readonly messageKey: MessageKey }): ReactNode => {
  const anchor = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const count = useGroupReadCount(messageKey)
  const receipts = useReceipts(messageKey)
  if (count === undefined) return null
  return (
    <>
      <button
        ref={anchor}
        type="button"
        className="read-count"
        data-testid="read-count"
        data-count={count}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="users" />
        {readLabel(count, receipts?.of)}
      </button>
      {isOpen && <ReaderList messageKey={messageKey} anchor={anchor} onClose={() => setOpen(false)} />}
    </>
  )
}
