import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'

export interface ChoiceSwitchProps {
  readonly label: string
  readonly isOn: boolean
  readonly testId: string
  readonly onToggle: () => void
}

/** A line that is on or off. No checkbox: Enter there would send the form around it. */
export const ChoiceSwitch = ({ label, isOn, testId, onToggle }: ChoiceSwitchProps): ReactNode => (
  <button type="button" className="choice" role="switch" aria-checked={isOn} data-testid={testId} onClick={onToggle}>
    <span className="choice-box">{isOn && <Icon name="check" />}</span>
    {label}
  </button>
)
