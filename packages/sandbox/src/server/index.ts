export type { AllowedOrigins } from './allowOrigin.ts'
export { serveSandbox } from './serveSandbox.ts'
export type { SandboxServer, ServeSandboxOptions } from './serveSandbox.ts'
