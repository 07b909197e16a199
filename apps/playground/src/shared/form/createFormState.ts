import type { Body, Readable } from '@parlance/core'
import { createCell } from '../cell.ts'
import type { Form, FormValues } from './form.ts'

/** A form that is being filled in. */
export interface FormView {
  readonly values: FormValues
  /** Sentences by field. */
  readonly problems: FormValues
  /** What the filler is about, or why it could not. */
  readonly filling: { readonly state: 'idle' | 'busy' } | { readonly state: 'failed'; readonly sentence: string }
}

export interface FormState {
  readonly form: Form
  readonly view: Readable<FormView>
  readonly write: (field: string, value: string) => void
  readonly fill: () => Promise<void>
  /** Hands over what was made; nothing while there are problems. */
  readonly submit: () => void
}

export const createFormState = (form: Form, done: (body: Body) => void): FormState => {
  const { read, filler } = form
  const view = createCell<FormView>({ values: {}, problems: {}, filling: { state: 'idle' } })
  const change = (part: Partial<FormView>): void => view.set({ ...view.get(), ...part })
  const without = (problems: FormValues, fields: readonly string[]): FormValues =>
    Object.fromEntries(Object.entries(problems).filter(([field]) => !fields.includes(field)))

  const put = (values: FormValues): void => {
    const now = view.get()
    change({ values: { ...now.values, ...values }, problems: without(now.problems, Object.keys(values)) })
  }

  return {
    form,
    view,
    write: (field, value) => put({ [field]: value }),
    fill: async () => {
      if (filler === undefined || view.get().filling.state === 'busy') return
      change({ filling: { state: 'busy' } })
      const found = await filler.run()
      if (typeof found !== 'string') put(found)
      change({ filling: typeof found === 'string' ? { state: 'failed', sentence: found } : { state: 'idle' } })
    },
    submit: () => {
      const reading = read(view.get().values)
      if ('body' in reading) done(reading.body)
      else change({ problems: reading.problems })
    },
  }
}
