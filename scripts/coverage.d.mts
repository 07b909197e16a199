/** A row of docs/coverage.md. */
export interface CoverageRow {
  /** The row's number in the document, or a plus and what it is about. */
  readonly name: string
  readonly api: readonly string[]
  readonly rules: readonly string[]
  /** Each as `file: title`. */
  readonly tests: readonly string[]
}

/** The rows of the tables in docs/coverage.md. */
export declare const coverageRows: () => readonly CoverageRow[]

/** API that the table names and that doesn't compile, each with what is wrong. */
export declare const unknownApi: () => readonly string[]

/** Rules that the table names and SPEC.md doesn't state. */
export declare const unstatedRules: () => readonly string[]

/** Tests that the table names and that are not there. */
export declare const missingTests: () => readonly string[]
