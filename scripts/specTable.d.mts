/** The table as Markdown: the rules that SPEC.md states, each with some of its tests; core's scenarios first, then its units. */
export declare const specTable: () => string

/** Tests that the table in SPEC.md names although they are not there, or not under that rule. */
export declare const goneTests: () => readonly string[]
