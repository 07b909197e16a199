import type { RestHandler, RestRequest } from '../request.ts'
import { text, texts } from '../request.ts'
import type { Route } from '../route.ts'

const friends = ({ hub, user }: RestRequest): readonly string[] =>
  hub.backend.act(user, 'contacts', {}).contacts.flatMap(contact => (contact.state === 'contact' ? [contact.user] : []))

const list: RestHandler = request => {
  const names = friends(request)
  return { data: names, entities: names.map(username => ({ username, remark: '' })) }
}

const page: RestHandler = request => {
  const names = friends(request)
  const from = Number(request.query.get('cursor') ?? 0)
  const next = from + Number(request.query.get('limit') ?? 20)
  const contacts = names.slice(from, next).map(username => ({ username, remark: '' }))
  return { data: { contacts, cursor: next < names.length ? next.toString() : '' } }
}

const apply: RestHandler = ({ hub, actor, json }) => {
  const message = text(json['reason'])
  for (const user of texts(json['usernames'])) hub.request(actor, 'addContact', { user, ...(message !== '' && { message }) })
  return { data: { result: 'ok' } }
}

const about =
  (name: 'acceptContact' | 'declineContact' | 'removeContact'): RestHandler =>
  ({ hub, actor, param }) => {
    hub.request(actor, name, { user: param('other') })
    return { data: { result: 'ok' } }
  }

export const contactRoutes: readonly Route[] = [
  { method: 'GET', path: 'users/:me/contacts/users', handler: list },
  { method: 'GET', path: 'users/:me/contacts', handler: page },
  { method: 'POST', path: 'users/:me/contacts/apply', handler: apply },
  { method: 'POST', path: 'users/:me/contacts/accept/users/:other', handler: about('acceptContact') },
  { method: 'POST', path: 'users/:me/contacts/decline/users/:other', handler: about('declineContact') },
  { method: 'DELETE', path: 'users/:me/contacts/users/:other', handler: about('removeContact') },
]
