import type { AttachmentBody } from './body.ts'

/** Which files may be sent as one kind of body. What is left out allows all. */
export interface AttachmentRule {
  /** Media types: `image/png`, or `image/*` for a whole family. */
  readonly types?: readonly string[]
  /** Without the dot, in any case: `png`. A name without an extension passes. */
  readonly extensions?: readonly string[]
  readonly maxBytes?: number
}

/** A rule per type of body. The backend's own bound (`Capabilities.attachments`) holds besides. */
export type AttachmentRules = { readonly [Kind in AttachmentBody['type']]?: AttachmentRule }

const unknown = 'application/octet-stream'
/** Media types that a body of each type is made of, unless rules say otherwise: a picture is no film. What nobody knows may be either. */
const families: AttachmentRules = {
  image: { types: ['image/*', unknown] },
  audio: { types: ['audio/*', unknown] },
  video: { types: ['video/*', unknown] },
}

/** The rule for a type of body. */
export const ruleFor = (rules: AttachmentRules | undefined, type: AttachmentBody['type']): AttachmentRule => ({
  ...families[type],
  ...rules?.[type],
})

/** Whether a media type is one of those listed. */
export const isTypeAllowed = (mime: string, types: readonly string[]): boolean => {
  const [family = '', kind] = (mime.toLowerCase().split(';')[0] ?? '').trim().split('/')
  return types.some(allowed => {
    const [allowedFamily, allowedKind] = allowed.toLowerCase().split('/')
    return allowed === '*' || (family === allowedFamily && (allowedKind === '*' || kind === allowedKind))
  })
}

/** Whether a name ends in one of these extensions, or has none. */
export const isExtensionAllowed = (name: string, extensions: readonly string[]): boolean => {
  const dot = name.lastIndexOf('.')
  return dot <= 0 || extensions.some(extension => extension.replace(/^\./, '').toLowerCase() === name.slice(dot + 1).toLowerCase())
}
