/** The repository's modules that are left in a bundle of a piece of code, relative to its root: what an import brings along. */
export declare const bundledModules: (code: string) => Promise<readonly string[]>
