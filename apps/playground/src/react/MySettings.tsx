import { useReadable } from '@parlance/react'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { createAlertSwitches } from '../shared/alerts/createAlertSwitches.ts'
import type { Settings } from '../shared/settings/settings.ts'
import { usePanel } from './panelContext.ts'
import { Switch } from './Switch.tsx'

/** How I hear of messages, and what others hear of my reading. */
export const MySettings = (): ReactNode => {
  const { settings } = usePanel()
  const { alerts, receipts } = useReadable(settings)
  const [{ setNotifications, setSound, note }] = useState(() => createAlertSwitches(settings))
  const why = useReadable(note)
  const send = (change: Partial<Settings['receipts']>): void => settings.set({ ...settings.get(), receipts: { ...receipts, ...change } })
  return (
    <>
      <div className="form-part" role="group" aria-label="New messages">
        <p className="form-heading">New messages</p>
        <Switch label="Show on the desktop" isOn={alerts.notifications} testId="notifications" onChange={on => void setNotifications(on)} />
        <Switch label="Sound" isOn={alerts.sound} testId="sound" onChange={setSound} />
        <p className="error-note" role="status">
          {why}
        </p>
      </div>
      <div className="form-part" role="group" aria-label="Others may know">
        <p className="form-heading">Others may know</p>
        <Switch
          label="when messages arrived"
          isOn={receipts.delivered}
          testId="send-delivered"
          onChange={delivered => send({ delivered })}
        />
        <Switch label="when I read them" isOn={receipts.read} testId="send-read" onChange={read => send({ read })} />
      </div>
    </>
  )
}
