import type { Body } from '@parlance/core'

/** One line to fill in. */
export interface FormField {
  readonly id: string
  readonly label: string
  /** How it is written: some keyboards follow it. `lines`: several, one below the other. */
  readonly kind: 'text' | 'url' | 'number' | 'lines' | 'code'
  readonly hint?: string
  readonly placeholder?: string
}

/** What is written, by field. */
export type FormValues = Readonly<Record<string, string>>

/** What was written makes a body; or sentences say by field why it doesn't. */
export type FormReading = { readonly body: Body } | { readonly problems: FormValues }

/** Something that fills in fields by itself. */
export interface FormFiller {
  readonly label: string
  /** Values for some fields; or a sentence, why there are none. */
  readonly run: () => Promise<FormValues | string>
}

/** What is asked for before something is sent that is made of a few words and numbers. */
export interface Form {
  readonly id: string
  readonly title: string
  readonly note?: string
  readonly fields: readonly FormField[]
  readonly filler?: FormFiller
  readonly read: (values: FormValues) => FormReading
}
