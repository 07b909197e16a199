import type { Readable } from '@parlance/core'
import { createCell } from '../cell.ts'

export type Theme = 'light' | 'dark'

const STORED = 'parlance-theme'
const prefersDark = window.matchMedia('(prefers-color-scheme: dark)')
const stored = localStorage.getItem(STORED)
const theme = createCell<Theme>(stored === 'light' || stored === 'dark' ? stored : prefersDark.matches ? 'dark' : 'light')

/** What the page is painted in: as the system prefers, until somebody chooses. */
export const currentTheme: Readable<Theme> = theme

theme.subscribe(now => {
  document.documentElement.style.colorScheme = now
  document.documentElement.dataset['theme'] = now
})
prefersDark.addEventListener('change', ({ matches }) => {
  if (localStorage.getItem(STORED) === null) theme.set(matches ? 'dark' : 'light')
})

/** Chooses the other one, for this browser. */
export const toggleTheme = (): void => {
  const other = theme.get() === 'dark' ? 'light' : 'dark'
  localStorage.setItem(STORED, other)
  theme.set(other)
}
