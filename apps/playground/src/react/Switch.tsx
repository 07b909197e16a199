import type { ReactNode } from 'react'

export interface SwitchProps {
  readonly label: string
  readonly isOn: boolean
  readonly testId: string
  readonly onChange: (on: boolean) => void
}

export const Switch = ({ label, isOn, testId, onChange }: SwitchProps): ReactNode => (
  <label className="switch">
    {label}
    <input type="checkbox" role="switch" checked={isOn} data-testid={testId} onChange={event => onChange(event.target.checked)} />
  </label>
)
