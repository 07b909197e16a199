import type { Colour } from '../encodePng.ts'
import { encodePng } from '../encodePng.ts'

export const lakeSize = { width: 720, height: 450 } as const

/** What is painted was measured out on a smaller canvas. */
const scale = 1.5

const mix = (a: Colour, b: Colour, share: number): Colour => {
  const t = Math.max(0, Math.min(1, share))
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t]
}

const night: Colour = [58, 66, 122]
const dusk: Colour = [246, 168, 122]
const glow: Colour = [255, 236, 196]
const far: Colour = [96, 92, 148]
const near: Colour = [52, 58, 104]
const shore = 190
const sun = { x: 330, y: 150 }

const ridge = (x: number, height: number, swing: number): number =>
  shore - height - swing * (Math.sin(x / 47) + 0.6 * Math.sin(x / 19 + 1) + 0.25 * Math.sin(x / 7))

const sky = (x: number, y: number): Colour => {
  const distance = Math.hypot(x - sun.x, y - sun.y)
  const air = mix(night, dusk, y / shore)
  return distance < 22 ? glow : mix(mix(glow, air, 0.35), air, distance / 150)
}

const above = (x: number, y: number): Colour => {
  if (y > ridge(x + 90, 14, 9)) return near
  return y > ridge(x, 42, 16) ? mix(far, dusk, 0.12) : sky(x, y)
}

/** A lake at sunrise, painted here so that nothing has to be fetched. */
export const lakePicture = (): Buffer =>
  encodePng(lakeSize.width, lakeSize.height, (column, row) => {
    const x = column / scale
    const y = row / scale
    if (y < shore) return above(x, y)
    const depth = (y - shore) / (lakeSize.height / scale - shore)
    const ripple = Math.sin(y * 1.7 + x / 23) * 5 * depth
    return mix(above(x + ripple, Math.max(0, 2 * shore - y - 4)), night, 0.2 + depth * 0.45)
  })
