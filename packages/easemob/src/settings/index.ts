export { settings } from './settings.ts'
export type { SettingsOptions } from './settings.ts'
export type { MarkNumbers } from './markNumbers.ts'
