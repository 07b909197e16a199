import { encodePng } from '../server/encodePng.ts'
import type { LocalFile } from './panelOn.ts'

/** A picture of 64 by 40 pixels, as somebody has it on a disk. */
export const png = (name: string): LocalFile => ({
  name,
  mimeType: 'image/png',
  buffer: encodePng(64, 40, (x, y) => [x * 4, y * 6, 120]),
})
