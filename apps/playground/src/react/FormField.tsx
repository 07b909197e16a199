import type { ReactNode } from 'react'
import { useId } from 'react'
import type { FormField as Field } from '../shared/form/form.ts'
import { inputOf } from '../shared/form/inputOf.ts'

export interface FormFieldProps {
  readonly field: Field
  readonly value: string
  /** A sentence: why it can't be sent so. */
  readonly problem: string | undefined
  readonly onWrite: (value: string) => void
}

export const FormField = ({ field, value, problem, onWrite }: FormFieldProps): ReactNode => {
  const id = useId()
  const { rows, inputMode, isCode, isShort } = inputOf(field)
  const { label, hint, placeholder } = field
  const shared = {
    id,
    className: `entry ${isCode ? 'is-code' : ''}`,
    'data-field': field.id,
    value,
    placeholder,
    autoComplete: 'off',
    'aria-invalid': problem !== undefined,
    'aria-describedby': `${id}-note`,
  }
  return (
    <div className={`asked-field ${isShort ? 'is-short' : ''}`}>
      <label className="asked-label" htmlFor={id}>
        {label}
      </label>
      {rows === undefined ? (
        <input {...shared} inputMode={inputMode} onChange={event => onWrite(event.target.value)} />
      ) : (
        <textarea {...shared} rows={rows} onChange={event => onWrite(event.target.value)} />
      )}
      <p id={`${id}-note`} className={`asked-hint ${problem === undefined ? '' : 'is-error'}`}>
        {problem ?? hint}
      </p>
    </div>
  )
}
