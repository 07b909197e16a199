import { useReadable } from '@parlance/react'
import type { ReactNode } from 'react'
import type { FormState } from '../shared/form/createFormState.ts'
import { focusProblem } from '../shared/form/focusProblem.ts'
import { Dialog } from './Dialog.tsx'
import { FormField } from './FormField.tsx'
import { usePanel } from './panelContext.ts'

/** Asks for what is to be sent. */
export const FormDialog = ({ state }: { readonly state: FormState }): ReactNode => {
  const { dialog } = usePanel()
  const { form, view, write, fill, submit } = state
  const close = (): void => dialog.set(undefined)
  const { values, problems, filling } = useReadable(view)
  const { title, note, fields, filler } = form
  return (
    <Dialog title={title} testId="form" onClose={close}>
      <form
        className="asked"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          submit()
          focusProblem(event.currentTarget)
        }}
      >
        {note !== undefined && <p className="asked-note">{note}</p>}
        {fields.map(field => (
          <FormField
            key={field.id}
            field={field}
            value={values[field.id] ?? ''}
            problem={problems[field.id]}
            onWrite={value => write(field.id, value)}
          />
        ))}
        {filler !== undefined && (
          <div className="asked-filler">
            <button
              type="button"
              className="button"
              data-testid="form-fill"
              disabled={filling.state === 'busy'}
              onClick={() => void fill()}
            >
              {filler.label}
            </button>
            <span role="status">{filling.state === 'failed' && filling.sentence}</span>
          </div>
        )}
        <div className="asked-buttons">
          <button type="button" className="button" onClick={close}>
            Cancel
          </button>
          <button type="submit" className="button is-main" data-testid="form-send">
            Send
          </button>
        </div>
      </form>
    </Dialog>
  )
}
