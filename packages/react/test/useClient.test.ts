/// <reference types="node" />
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'tsdown'
import { expect, it, onTestFinished } from 'vitest'
import { libraryBuild } from '../../../scripts/libraryBuild.ts'

it('[BND5] the built package begins with "use client", for servers that render components', async () => {
  const outDir = mkdtempSync(join(tmpdir(), 'parlance-react-'))
  onTestFinished(() => rmSync(outDir, { recursive: true }))
  await build({
    ...libraryBuild({ index: 'src/index.ts' }),
    config: false,
    cwd: join(import.meta.dirname, '..'),
    outDir,
    dts: false,
    logLevel: 'error',
  })
  expect(readFileSync(join(outDir, 'index.js'), 'utf8').split('\n')[0]).toBe('"use client";')
})
