import type { Readable } from '@parlance/core'
import { createCell } from '../cell.ts'

const found = createCell(false)

/** Absent where a page isn't served securely. */
const devices: MediaDevices | undefined = 'mediaDevices' in navigator ? navigator.mediaDevices : undefined

const look = async (): Promise<void> => {
  const all = (await devices?.enumerateDevices()) ?? []
  found.set(typeof MediaRecorder !== 'undefined' && all.some(({ kind }) => kind === 'audioinput'))
}

devices?.addEventListener('devicechange', () => void look())
void look()

/** Whether there is something to record a voice with. */
export const hasMicrophone: Readable<boolean> = found
