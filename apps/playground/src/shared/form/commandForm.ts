import { command } from '@parlance/core'
import { readFields } from './fieldReaders.ts'
import type { Form } from './form.ts'

/** For developers. */
export const commandForm: Form = {
  id: 'command',
  title: 'Command',
  note: 'For programs: it makes no row here, counts as nothing unread and alerts nobody.',
  fields: [
    { id: 'action', label: 'Action', kind: 'text', placeholder: 'refresh' },
    { id: 'params', label: 'Parameters', kind: 'code', hint: 'A JSON object, if there are any', placeholder: '{"since": 5}' },
  ],
  read: values => {
    const { required, jsonObject, problems } = readFields(values)
    const action = required('action', 'What shall be done?')
    const params = jsonObject('params')
    return Object.keys(problems).length > 0 ? { problems } : { body: command(action, params) }
  },
}
