import type { MessageKey } from '@parlance/core'
import { useMessage } from '@parlance/react'
import type { ReactNode } from 'react'
import { messageDetails } from '../shared/details/messageDetails.ts'
import { Dialog } from './Dialog.tsx'
import { usePanel } from './panelContext.ts'
import { useNameOf } from './useNameOf.ts'

/** Everything that is known about a message besides what it says. */
export const MessageDetails = ({ messageKey }: { readonly messageKey: MessageKey }): ReactNode => {
  const { dialog } = usePanel()
  const nameOf = useNameOf()
  const message = useMessage(messageKey)
  return (
    <Dialog title="Message details" testId="details" onClose={() => dialog.set(undefined)}>
      {message === undefined ? (
        <p className="asked-note">The message is gone.</p>
      ) : (
        <dl className="details">
          {messageDetails(message, nameOf).map(({ id, label, value, isCode = false }) => (
            <div key={id} data-detail={id}>
              <dt>{label}</dt>
              <dd className={isCode ? 'is-code' : ''}>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </Dialog>
  )
}
