import type { TestProject } from 'vitest/node'
import { startFileServer } from './fileServer.ts'

/** Vitest's global setup: tests in a browser ask for the store by `inject('fileStore')`. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const server = await startFileServer()
  provide('fileStore', server.url)
  return server.close
}

declare module 'vitest' {
  export interface ProvidedContext {
    fileStore: string
  }
}
