import type { Body } from '@parlance/core'
import { chatError } from '@parlance/core'

/** What becomes of a message whose text matches. A string matches wherever it occurs, whatever its case. */
export type ContentRule =
  | { readonly match: string | RegExp; readonly refuse: 'contentRejected' | 'intercepted' | 'moderated' }
  /** Only in texts: what matches is replaced, and the sender's devices are told so by an edit of the server. */
  | { readonly match: string | RegExp; readonly replace: string }

/** The body as the rules let it pass. Throws the code of the rule that refuses it. */
export const judgeContent = (rules: readonly ContentRule[], body: Body): Body => {
  let passed = body
  for (const rule of rules) {
    if ('refuse' in rule) {
      if (searcher(rule.match).test(textOf(passed))) throw chatError(rule.refuse, { path: 'body' })
    } else if (passed.type === 'text') {
      const text = passed.text.replace(searcher(rule.match), () => rule.replace)
      if (text !== passed.text) passed = { ...passed, text }
    }
  }
  return passed
}

/** A pattern of its own each time: one with a memory (`lastIndex`) would judge the same text differently. */
const searcher = (match: string | RegExp): RegExp =>
  typeof match === 'string'
    ? new RegExp(match.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'), 'gi')
    : new RegExp(match.source, match.flags.includes('g') ? match.flags : `${match.flags}g`)

const textOf = (body: Body): string => {
  switch (body.type) {
    case 'text':
      return body.text
    case 'image':
    case 'file':
    case 'audio':
    case 'video':
      return body.attachment.name
    case 'urlImage':
      return [body.name, body.url].filter(said => said !== undefined).join(' ')
    case 'location':
      return [body.name, body.address].filter(said => said !== undefined).join(' ')
    case 'notice':
      return body.title ?? ''
    case 'command':
      return `${body.action} ${JSON.stringify(body.params ?? {})}`
    case 'custom':
      return `${body.event} ${JSON.stringify(body.data)}`
    case 'unknown':
      return JSON.stringify(body.original ?? null)
  }
}
