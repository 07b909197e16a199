import type { FormField } from './form.ts'

/** How a field is drawn. */
export interface FieldInput {
  /** Rows of a textarea; absent: one line. */
  readonly rows?: number
  readonly inputMode?: 'url' | 'decimal'
  readonly isCode: boolean
  /** Two stand beside each other. */
  readonly isShort: boolean
}

export const inputOf = ({ kind }: FormField): FieldInput => ({
  ...(kind === 'lines' && { rows: 4 }),
  ...(kind === 'code' && { rows: 3 }),
  ...(kind === 'url' && { inputMode: 'url' }),
  ...(kind === 'number' && { inputMode: 'decimal' }),
  isCode: kind === 'code',
  isShort: kind === 'number',
})
