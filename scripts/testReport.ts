import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './workspace.ts'

const path = join(root, 'reports', 'vitest.json')

interface TestResult {
  readonly status: 'passed' | 'failed' | 'pending' | 'skipped' | 'todo'
  readonly fullName: string
}

interface FileResult {
  /** The test file's absolute path. */
  readonly name: string
  readonly status: 'passed' | 'failed'
  readonly assertionResults: readonly TestResult[]
}

/** What the last run of the tests reported, file by file; nothing if it wrote no report. */
export const testFiles = (): readonly FileResult[] =>
  existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { testResults: readonly FileResult[] }).testResults : []

/** Tests that passed and failed. A test that did not run and a file that could not be loaded count as failed. */
export const testCounts = (): { passed: number; failed: number } => {
  const files = testFiles()
  const results = files.flatMap(file => file.assertionResults)
  const passed = results.filter(result => result.status === 'passed').length
  const brokenFiles = files.filter(file => file.status === 'failed' && file.assertionResults.every(result => result.status !== 'failed'))
  return { passed, failed: results.length - passed + brokenFiles.length }
}
