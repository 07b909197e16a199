/** Looks at a value from outside. Gives back where it is not as it has to be (`''`: as a whole), or `undefined` where all is well. */
export type Shape = (value: unknown) => string | undefined

/** What fits. */
export const shape =
  (fits: (value: unknown) => boolean): Shape =>
  value =>
    fits(value) ? undefined : ''

export const anything: Shape = () => undefined
export const text: Shape = shape(value => typeof value === 'string')
/** A text that is not empty: an id, a position. */
export const name: Shape = shape(value => typeof value === 'string' && value !== '')
export const flag: Shape = shape(value => typeof value === 'boolean')
export const number: Shape = shape(Number.isFinite)
/** A number from 0: of things, of milliseconds. */
export const count: Shape = shape(value => typeof value === 'number' && value >= 0 && value < Number.POSITIVE_INFINITY)
/** From -`most` to `most`. */
export const within = (most: number): Shape => shape(value => typeof value === 'number' && Math.abs(value) <= most)
export const oneOf = (...values: readonly unknown[]): Shape => shape(value => values.includes(value))
export const object: Shape = shape(isObject)

/** Absent is well, too. */
export const maybe =
  (inner: Shape): Shape =>
  value =>
    value === undefined ? undefined : inner(value)

export const listOf =
  (inner: Shape): Shape =>
  value => {
    if (!Array.isArray(value)) return ''
    for (const [index, item] of value.entries()) {
      const fault = inner(item)
      if (fault !== undefined) return below(`[${index}]`, fault)
    }
    return undefined
  }

/** An object, field by field: every field that its type has is looked at. What it holds besides is nobody's business. */
export const fields = <T>(shapes: { readonly [Field in keyof Required<T>]: Shape }): Shape => {
  const entries = Object.entries<Shape>(shapes)
  return value => {
    if (!isObject(value)) return ''
    for (const [field, inner] of entries) {
      const fault = inner(value[field])
      if (fault !== undefined) return below(field, fault)
    }
    return undefined
  }
}

/** All of them. */
export const every =
  (...shapes: readonly Shape[]): Shape =>
  value => {
    for (const inner of shapes) {
      const fault = inner(value)
      if (fault !== undefined) return fault
    }
    return undefined
  }

/** The one that goes with what stands in a field. */
export const byField =
  (field: string, shapes: ReadonlyMap<unknown, Shape>): Shape =>
  value => {
    if (!isObject(value)) return ''
    const inner = shapes.get(value[field])
    return inner === undefined ? field : inner(value)
  }

/** The first that has its field. */
export const byPresence =
  (shapes: Readonly<Record<string, Shape>>): Shape =>
  value => {
    if (!isObject(value)) return ''
    for (const [field, inner] of Object.entries(shapes)) if (field in value) return inner(value)
    return ''
  }

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const below = (field: string, fault: string): string => (fault === '' || fault.startsWith('[') ? field + fault : `${field}.${fault}`)
