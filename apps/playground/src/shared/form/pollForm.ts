import { custom } from '@parlance/core'
import { MOST_OPTIONS } from '../poll/poll.ts'
import { readFields } from './fieldReaders.ts'
import type { Form } from './form.ts'

export const pollForm: Form = {
  id: 'poll',
  title: 'Poll',
  fields: [
    { id: 'question', label: 'Question', kind: 'text' },
    { id: 'options', label: 'Options', kind: 'lines', hint: 'One in each line' },
  ],
  read: values => {
    const { text, required, complain, problems } = readFields(values)
    const question = required('question', 'What do you want to know?')
    const options = [
      ...new Set(
        text('options')
          .split('\n')
          .map(line => line.trim()),
      ),
    ].filter(line => line !== '')
    if (options.length < 2) complain('options', 'A choice takes at least two options.')
    else if (options.length > MOST_OPTIONS) complain('options', `At most ${MOST_OPTIONS} options: there are ${options.length}.`)
    return Object.keys(problems).length > 0 ? { problems } : { body: custom('poll', { question, options }) }
  },
}
