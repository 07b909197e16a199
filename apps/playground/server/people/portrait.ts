import type { Colour } from '../encodePng.ts'
import { encodePng } from '../encodePng.ts'

export interface Looks {
  readonly background: Colour
  readonly skin: Colour
  readonly hair: Colour
  readonly shirt: Colour
  readonly cut: 'short' | 'long' | 'curls'
  readonly beard?: boolean
}

/** Whether something is at a point; the head is a circle around (0, 0) with a radius of 0.4. */
type Shape = (x: number, y: number) => boolean

const SIZE = 80
/** Looks at each pixel this often in each direction: smooth edges. */
const FINE = 3
/** From the middle of the picture to its edges, in the units of the shapes. */
const VIEW = 0.72

const circle =
  (centreX: number, centreY: number, radius: number): Shape =>
  (x, y) =>
    (x - centreX) ** 2 + (y - centreY) ** 2 < radius ** 2

const head = circle(0, 0, 0.4)
const leftEye = circle(-0.15, 0.02, 0.045)
const rightEye = circle(0.15, 0.02, 0.045)
const mouth: Shape = (x, y) => circle(0, 0.14, 0.17)(x, y) && !circle(0, 0.09, 0.18)(x, y)
const neck: Shape = (x, y) => Math.abs(x) < 0.14 && y > 0.1 && y < 0.6
const shoulders: Shape = (x, y) => (x / 0.8) ** 2 + ((y - 1.2) / 0.74) ** 2 < 1
const beard: Shape = (x, y) => head(x, y) && y > 0.06 + 0.5 * (0.4 - Math.abs(x)) * 0.6 && !circle(0, 0.16, 0.13)(x, y)

/** In front of the face, and behind it. */
const cuts: Readonly<Record<Looks['cut'], { readonly front: Shape; readonly back: Shape }>> = {
  short: { front: (x, y) => y < -0.18 - 0.12 * x && circle(0, -0.05, 0.43)(x, y), back: () => false },
  long: {
    front: (x, y) => y < -0.06 - 0.5 * Math.abs(x - 0.1) && circle(0, -0.03, 0.46)(x, y),
    back: (x, y) => circle(0, -0.03, 0.47)(x, y) || (Math.abs(x) < 0.47 && y > -0.03 && y < 0.54),
  },
  curls: {
    front: (x, y) => y < -0.18 + 0.08 * Math.cos(x * 24) && circle(0, -0.08, 0.47)(x, y),
    back: (x, y) => circle(-0.36, -0.16, 0.22)(x, y) || circle(0.36, -0.16, 0.22)(x, y) || circle(0, -0.08, 0.5)(x, y),
  },
}

const colourAt = ({ background, skin, hair, shirt, cut, ...looks }: Looks, x: number, y: number): Colour => {
  const { front, back } = cuts[cut]
  if (front(x, y)) return hair
  if (leftEye(x, y) || rightEye(x, y)) return [44, 38, 52]
  if (mouth(x, y)) return [150, 66, 66]
  if (looks.beard === true && beard(x, y)) return hair
  if (head(x, y) || neck(x, y)) return skin
  if (shoulders(x, y)) return shirt
  return back(x, y) ? hair : background
}

/** Somebody's picture, painted here so that nothing has to be fetched: a `data:` URL of a small PNG. */
export const portrait = (looks: Looks): string => {
  const paint = (column: number, row: number): Colour => {
    const sum: [number, number, number] = [0, 0, 0]
    for (let part = 0; part < FINE * FINE; part++) {
      const place = (pixel: number, step: number): number => VIEW * (((pixel + (step + 0.5) / FINE) / SIZE) * 2 - 1)
      const colour = colourAt(looks, place(column, part % FINE), place(row, Math.floor(part / FINE)) + 0.1)
      for (const channel of [0, 1, 2] as const) sum[channel] += colour[channel] / (FINE * FINE)
    }
    return sum
  }
  return `data:image/png;base64,${encodePng(SIZE, SIZE, paint).toString('base64')}`
}
